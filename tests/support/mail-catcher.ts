import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface MailCatcher {
  url: string;
  /** The next mail that comes for this address, as its raw text; waits until it is there. */
  next(address: string): Promise<string>;
  stop(): Promise<void>;
}

/** A real SMTP server on loopback that keeps what it is given. */
export async function startMailCatcher(): Promise<MailCatcher> {
  const mails: { to: string; text: string }[] = [];
  const waiting: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      let text = "";
      stream.on("data", (chunk: Buffer) => {
        text += chunk.toString("utf8");
      });
      stream.on("end", () => {
        for (const { address } of session.envelope.rcptTo) mails.push({ to: address, text });
        for (const wake of waiting.splice(0)) wake();
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    async next(address) {
      for (;;) {
        const index = mails.findIndex(({ to }) => to === address);
        const [mail] = index < 0 ? [] : mails.splice(index, 1);
        if (mail) return mail.text;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The first link in a mail, with the transfer encoding's soft line ends taken out. */
export function linkIn(mail: string): string {
  const text = mail.replaceAll("=\r\n", "").replaceAll("=3D", "=");
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (!link) throw new Error(`No link in this mail:\n${mail}`);
  return link;
}
