import { type Heard, type Sent, send } from "./wire";

/** A browser as far as sign-on needs one: it keeps cookies, says where it comes from, and follows nothing by itself. */
export class CookieJar {
  readonly #address: string;
  readonly #headers: Record<string, string>;
  readonly #cookies = new Map<string, string>();

  constructor(address: string, headers: Record<string, string> = {}) {
    this.#address = address;
    this.#headers = headers;
  }

  async go(path: string, { headers = {}, ...sent }: Sent = {}): Promise<Heard> {
    const cookie = this.header();
    const heard = await send(this.#address, path, {
      ...sent,
      headers: { ...this.#headers, ...(cookie ? { cookie } : {}), ...headers },
    });
    for (const line of heard.headers["set-cookie"]?.split(/, (?=[^ ;]+=)/) ?? []) this.#keep(line);
    return heard;
  }

  /** One of next-auth's forms, with its token against forged ones. */
  async post(
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Heard> {
    const { csrfToken } = JSON.parse((await this.go("/api/auth/csrf")).text);
    const body = new URLSearchParams({ csrfToken, ...fields }).toString();
    return this.go(path, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": String(Buffer.byteLength(body)),
        ...headers,
      },
      body,
    });
  }

  set(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  get(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  /** The whole Cookie header. */
  header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  #keep(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const over = /max-age=0|expires=thu, 01 jan 1970/i.test(line);
    if (over || value === "") this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
