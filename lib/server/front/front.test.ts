import { describe, expect, test } from "vitest";
import { clientAddress } from "./address";
import { refusalOf } from "./rules";

describe("whose address counts", () => {
  test.each([
    ["without a proxy, what a sender claims is not believed", "198.51.100.9", 0, "192.0.2.1"],
    ["one proxy names the last", "198.51.100.9, 203.0.113.5", 1, "203.0.113.5"],
    ["two proxies name the last but one", "1.1.1.1, 203.0.113.5, 10.0.0.1", 2, "203.0.113.5"],
    ["a proxy that says nothing leaves the socket", "", 1, "192.0.2.1"],
    ["IPv4 in IPv6's clothes is IPv4", "::ffff:203.0.113.5", 1, "203.0.113.5"],
    ["a whole IPv6 network is one household", "2001:db8:1:2:aaaa::1", 1, "2001:db8:1:2::/64"],
    ["however it is written", "2001:DB8:1:2::", 1, "2001:db8:1:2::/64"],
  ])("%s", (_, forwarded, proxies, counted) => {
    expect(clientAddress("192.0.2.1", forwarded, proxies)).toBe(counted);
  });
});

describe("what never gets past the front", () => {
  const rule = (method: string, url: string, headers = {}) =>
    refusalOf({ method, url, headers })?.rule ?? null;

  test.each([
    ["GET", "/candidates?query=%25", null],
    ["HEAD", "/", null],
    ["POST", "/api/v1/members", null],
    ["POST", "/", "form"],
    ["DELETE", "/interviews", "form"],
    ["GET", "http://elsewhere/", "address"],
    ["GET", "//elsewhere/", "address"],
    ["GET", "/\\elsewhere", "address"],
    ["OPTIONS", "*", "address"],
    ["GET", "/api/v1/interviews/%ZZ", "encoding"],
    ["GET", "/interviews/%00", "encoding"],
    ["TRACE", "/", "method"],
  ])("%s %s: %s", (method, url, expected) => {
    expect(rule(method, url)).toBe(expected);
  });

  test("a server action, wherever it is sent", () => {
    expect(rule("POST", "/api/v1/members", { "next-action": "x" })).toBe("server-action");
  });
});
