/** How the front tells the rest who is on the other end; a sender's own such header is dropped. */
export const ADDRESS_HEADER = "x-plumbline-address";

/**
 * The address a request came from. Each trusted proxy adds one entry at the end of X-Forwarded-For; everything before
 * those is the sender's own claim.
 * @param proxies how many reverse proxies stand in front; 0 believes nobody
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | string[] | undefined,
  proxies: number,
): string {
  const claimed = [forwardedFor ?? []]
    .flat()
    .join(",")
    .split(",")
    .map((entry) => entry.trim());
  const named = proxies === 0 ? undefined : claimed.filter(Boolean).at(-proxies);
  return networkOf(named ?? socketAddress ?? "unknown");
}

/** One household or office has a whole /64 of IPv6 addresses: a limit must not be escaped by using the next one. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return plain.includes(":") ? `${expand(plain).slice(0, 4).join(":")}::/64` : plain;
}

function expand(address: string): string[] {
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = (part: string) => part.split(":").filter(Boolean);
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return [...before, ...zeros, ...after];
}
