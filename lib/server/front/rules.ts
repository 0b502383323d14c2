/** What the front knows of a request before anything has read its body. */
export interface Arriving {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
}

/** A refusal in front of every page and route, with the rule's name for the log. */
export interface Refusal {
  status: 400 | 405;
  rule: string;
  message: string;
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
export const PAGE_METHODS = ["GET", "HEAD"];

/** Pages take no form, there are no server actions, and an address is one of ours and can be read. */
export function refusalOf({ method, url, headers }: Arriving): Refusal | null {
  // "http://elsewhere/" and "//elsewhere" are how a server is made to ask another one.
  if (!/^\/(?![/\\])/.test(url)) return refuse(400, "address", "The address must begin with one /");
  if (!isReadable(url)) return refuse(400, "encoding", "The address holds an escape that cannot be read");
  if (!METHODS.includes(method)) return refuse(405, "method", "There is no such method here");
  if (headers["next-action"] !== undefined)
    return refuse(405, "server-action", "There are no server actions");
  if (!isApi(url) && !PAGE_METHODS.includes(method))
    return refuse(405, "form", "Pages are read, never posted to");
  return null;
}

export function isApi(url: string): boolean {
  return url.startsWith("/api/");
}

/** The address without its query, which may hold what somebody typed. */
export function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? url;
}

function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(pathOf(url)).includes("\0");
  } catch {
    return false;
  }
}

function refuse(status: Refusal["status"], rule: string, message: string): Refusal {
  return { status, rule, message };
}
