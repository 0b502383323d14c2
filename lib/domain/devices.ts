/** What a change was made on, as its author would call it. */
export const DEVICES = ["phone", "tablet", "computer"] as const;
export type Device = (typeof DEVICES)[number];
