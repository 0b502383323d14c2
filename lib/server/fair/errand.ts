import { API_ROOT, type Contract } from "@/lib/contracts/contract";
import { CONTRACTS } from "@/lib/contracts/index";

/** What a request is for, as far as its first line says: changes go before reports, files and streams last long. */
export type Errand = "change" | "report" | "file" | "stream";

interface Address {
  method: string;
  path: RegExp;
}

const FILES = addressesWhere(({ answers, heavy }) => answers === "file" || heavy === true);
const STREAMS = addressesWhere(({ answers }) => answers === "events");

export function errandOf(method: string, path: string): Errand {
  const isOneOf = (addresses: readonly Address[]) =>
    addresses.some((address) => address.method === method && address.path.test(path));
  if (isOneOf(STREAMS)) return "stream";
  if (isOneOf(FILES)) return "file";
  return method === "GET" || method === "HEAD" ? "report" : "change";
}

function addressesWhere(is: (contract: Contract) => boolean): Address[] {
  return CONTRACTS.filter(is).map(({ method, path }) => ({
    method,
    path: new RegExp(`^${API_ROOT}${path.replace(/\{\w+\}/g, "[^/]+")}$`),
  }));
}
