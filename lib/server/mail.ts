import { createTransport } from "nodemailer";
import { type Transaction, withOrganizationItself } from "@/db/context";
import { database } from "./database";
import { env } from "./env";
import { log } from "./log";

export interface Words {
  subject: string;
  text: string;
}

/** One kind of mail that waits in the records until somebody can send it. */
export interface Waiting<Mail extends { id: string; email: string }> {
  take(tx: Transaction, organizationId: string): Promise<Mail[]>;
  giveBack(tx: Transaction, organizationId: string, id: string): Promise<void>;
  wordsOf(mail: Mail): Words;
}

/** Sends what waits in an organisation, where the server can send mail at all. Never throws: nobody waits for it. */
export async function sendWaiting<Mail extends { id: string; email: string }>(
  organizationId: string,
  { take, giveBack, wordsOf }: Waiting<Mail>,
): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL || !MAIL_FROM) return;
  const inOrganization = <T>(work: (tx: Transaction) => Promise<T>) =>
    withOrganizationItself(database(), organizationId, work);
  try {
    for (const mail of await inOrganization((tx) => take(tx, organizationId))) {
      try {
        await createTransport(SMTP_URL).sendMail({ from: MAIL_FROM, to: mail.email, ...wordsOf(mail) });
      } catch (error) {
        log().error({ err: error }, "a mail could not be sent");
        await inOrganization((tx) => giveBack(tx, organizationId, mail.id));
      }
    }
  } catch (error) {
    log().error({ err: error }, "waiting mail could not be read");
  }
}
