/** These pages keep their filters in the address. Others do without, and without its scripts. */
export { NuqsAdapter as default } from "nuqs/adapters/next/app";
