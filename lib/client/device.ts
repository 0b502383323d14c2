import type { Me } from "@/lib/contracts/members";
import type { Device } from "@/lib/domain/devices";
import { settleMember } from "./member";
import { cardsOf, lateCards, purgeCards, waitingCards } from "./store/cards";
import { type CardRow, DeviceDatabase } from "./store/database";

/** A browser whose storage hangs is treated like one whose storage is broken. */
const OPEN_WITHIN_MS = 5_000;
/** Tells this browser's other tabs who is signed in. */
const CHANNEL = "plumbline.device";

let opening: Promise<DeviceDatabase> | null = null;

/** This browser's store. Rejects when the browser keeps nothing, or was too busy: the next to ask tries again. */
export function deviceDatabase(): Promise<DeviceDatabase> {
  opening ??= openDatabase().catch((cause: unknown) => {
    opening = null;
    throw cause;
  });
  return opening;
}

async function openDatabase(): Promise<DeviceDatabase> {
  const db = new DeviceDatabase();
  const tooLate = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error("The browser's storage does not answer")), OPEN_WITHIN_MS),
  );
  await Promise.race([db.open(), tooLate]);
  // Else a browser short of room may drop everything; one that will not promise goes on as it is.
  void navigator.storage?.persist?.().catch(() => {});
  return db;
}

/** A page came up for this member: the browser is theirs now, and other tabs hear of it. */
export async function settleIn(me: Me): Promise<void> {
  announce(me.memberId);
  const db = await deviceDatabase();
  await db.write(({ settings }) => settings.put({ name: "owner", value: me.memberId }));
}

/**
 * Before signing out: forgets this member's scorecards, keys and all, unless something is not saved yet. What is not
 * saved stays encrypted, is shown to nobody and goes out at this member's next sign-in.
 */
export async function moveOut(): Promise<void> {
  settleMember(null);
  const db = await deviceDatabase();
  const owner = await db.write(async ({ settings }) => {
    const row = await settings.get("owner");
    await settings.delete("owner");
    return row?.value;
  });
  if (owner) {
    const kept = [...(await waitingCards(db, owner)), ...(await lateCards(db, owner))];
    const unsaved = new Set(kept.map(({ scorecardId }) => scorecardId));
    const done = (await cardsOf(db, owner)).filter(({ scorecardId }) => !unsaved.has(scorecardId));
    await purgeCards(
      db,
      done.map(({ scorecardId }) => scorecardId),
    );
  }
  announce(null);
}

/** Calls back with the member that another tab says is signed in, or null after a sign-out. */
export function onMember(listener: (memberId: string | null) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) =>
    listener(typeof data === "string" ? data : null),
  );
  return () => channel.close();
}

/** Scorecards of this member with changes that the server does not have. */
export async function unsentCards(memberId: string): Promise<CardRow[]> {
  return waitingCards(await deviceDatabase(), memberId);
}

/** What this is, as its owner would call it. */
export function deviceKind(): Device {
  if (!matchMedia("(pointer: coarse)").matches) return "computer";
  return Math.min(screen.width, screen.height) < 600 ? "phone" : "tablet";
}

function announce(memberId: string | null): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(memberId);
  channel.close();
}
