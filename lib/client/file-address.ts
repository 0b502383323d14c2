import { API_ROOT, type Contract } from "@/lib/contracts/contract";
import { addressOf } from "./api";

/** Where the browser fetches a file from: a plain link, so that it streams to disk instead of into the page. */
export function fileAddress(contract: Contract, input: Record<string, unknown>): string {
  return `${API_ROOT}${addressOf(contract, input).url}`;
}
