import { spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, Response } from "playwright";
import { seededRandom } from "@/lib/stats/random";
import { type CrashingPostgres, startReplica } from "../crashing-postgres";
import { within } from "./author";
import { expect, test } from "./fixtures";
import { layPipe } from "./pipe";
import { asOwner, endConnections } from "./records";

test("F21: PostgreSQL crashes again and again: Saved within five seconds of each return", async ({
  stage,
  sit,
}) => {
  const { author } = await sit();
  const random = seededRandom(21);
  for (let crash = 0; crash < 3; crash += 1) {
    await author.anything(random);
    await stage.records.kill();
    await author.tap("ownership", crash % 2 === 0 ? 2 : 4);
    await author.anything(random);
    await stage.records.start();
    await author.isTold("Saved", within(5_000));
  }
});

test("F23: reloaded while no page can be made, with no worker: it comes back by itself, with what waited here", async ({
  stage,
  sit,
}) => {
  const { author, page } = await sit();
  await author.tap("ownership", 4);
  await author.isTold("Saved");
  stage.pipe.close();
  await author.tap("noticing", 2);
  await author.isTold("On this device");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page could not be read");
  stage.pipe.open();
  await expect(page.getByRole("region", { name: "ownership", exact: true })).toBeVisible();
  await author.isTold("Saved");
});

test("F23: the server says it can work and yet cannot make the page: it tries again, and comes once it can", async ({
  stage,
  sit,
}) => {
  const { author, page } = await sit();
  await author.tap("ownership", 4);
  await author.isTold("Saved");
  let failed = 0;
  page.on("response", (response) => {
    if (response.request().isNavigationRequest() && response.status() >= 500) failed += 1;
  });
  await asOwner(stage, (owner) => owner`revoke select on interviews from plumbline_app`);
  try {
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page could not be read");
    await expect.poll(() => failed).toBeGreaterThanOrEqual(2);
  } finally {
    await asOwner(stage, (owner) => owner`grant select on interviews to plumbline_app`);
  }
  await author.findsEverything(30_000);
  await author.isTold("Saved");
});

test("F23: connections ended, reset, refused, locked out, read-only: 503 with a time to come back, never Saved", async ({
  stage,
  sit,
}) => {
  const { author, page } = await sit();
  const refusals = refusalsOf(page);

  await author.tap("ownership", 1);
  await endConnections(stage);
  await author.tap("ownership", 2);
  await author.isTold("Saved");

  await author.tap("noticing", 1);
  stage.pipe.cut();
  await author.tap("noticing", 2);
  await author.isTold("Saved");

  stage.pipe.close();
  await author.tap("consequence", 2);
  await refusals.next();
  await author.isTold("On this device");
  stage.pipe.open();
  await author.isTold("Saved");

  await asOwner(stage, async (owner) => {
    const [here] = await owner<{ name: string }[]>`select current_database() as name`;
    await owner`alter database ${owner(here?.name ?? "")} set default_transaction_read_only = on`;
    await endConnections(stage);
    await author.tap("fix", 2);
    await refusals.next();
    await author.isTold("On this device");
    await owner`set default_transaction_read_only = off`;
    await owner`alter database ${owner(here?.name ?? "")} reset default_transaction_read_only`;
    await endConnections(stage);
  });
  await author.isTold("Saved");

  // Whoever holds this lock makes every save wait: the pool runs full, and each wait has an end.
  await asOwner(stage, (owner) =>
    owner.begin(async (holder) => {
      await holder`lock table operations in access exclusive mode`;
      await author.tap("fix", 4);
      await refusals.next();
      await author.isTold("On this device");
    }),
  );
  await author.isTold("Saved");
  expect(refusals.all().filter(({ status, retryAfter }) => status !== 503 || retryAfter === null)).toEqual(
    [],
  );
});

test("F23: a database whose disk is full", async ({ stage, sit }) => {
  const { author, page } = await sit();
  const disk = smallDisk(stage.records);
  test.skip(disk === null, "this account may mount no small disk");
  if (disk === null) return;
  const refusals = refusalsOf(page);
  try {
    await asOwner(stage, async (owner) => {
      await owner.unsafe(`create tablespace small location '${disk.path}'`);
      await owner`alter table operations set tablespace small`;
      await owner`create table filler (filling text) tablespace small`;
      await owner`alter table filler alter column filling set storage plain`;
      const fill = (length: number) => owner`insert into filler values (repeat('x', ${length}))`;
      for (const length of [7_000, 1_000, 100])
        while (
          await fill(length).then(
            () => true,
            () => false,
          )
        );
    });
    for (let edit = 0; refusals.all().length === 0 && edit < 60; edit += 1)
      await author.tap("ownership", edit % 2 === 0 ? 2 : 4);
    await refusals.next();
    await author.tap("noticing", 2);
    await author.isTold("On this device");
  } finally {
    await asOwner(stage, async (owner) => {
      await owner`drop table if exists filler`;
      await owner`alter table operations set tablespace pg_default`;
      await owner`drop tablespace if exists small`;
    });
    disk.remove();
  }
  await author.isTold("Saved");
  expect(refusals.all().filter(({ status, retryAfter }) => status !== 503 || retryAfter === null)).toEqual(
    [],
  );
});

test("F22: failover to an asynchronous replica that lost the last second: the open page refills what is missing", async ({
  stage,
  sit,
}) => {
  const { author, witness } = await sit();
  const first = stage.records;
  const behind = await layPipe(Number(new URL(first.ownerUrl).port));
  const replica = await startReplica(first, behind.port);
  await author.tap("ownership", 2);
  await author.isTold("Saved");
  await followed(first, replica);
  behind.close();
  // The last second: saved where the author was told so, and nowhere else.
  await author.tap("ownership", 4);
  await author.tap("noticing", 3);
  await author.write("fix", "Told to the first alone");
  await author.isTold("Saved");
  await witness.settled();
  await first.kill();
  stage.pipe.close();
  stage.records = replica;
  await asOwner(stage, (owner) => owner`select pg_promote()`);
  stage.pipe.leadTo(Number(new URL(replica.ownerUrl).port));
  stage.pipe.open();
  await author.tap("consequence", 5);
  await author.isTold("Saved");
  await behind.end();
});

/** Resolves when the replica has replayed all that the first has written. */
async function followed(first: CrashingPostgres, replica: CrashingPostgres): Promise<void> {
  const [here] = await asOwner(
    { records: first },
    (owner) => owner`select pg_current_wal_flush_lsn()::text as at`,
  );
  const caughtUp = () =>
    asOwner(
      { records: replica },
      (owner) => owner`select pg_last_wal_replay_lsn() >= ${here?.at}::pg_lsn as there`,
    );
  await expect.poll(async () => (await caughtUp())[0]?.there).toBe(true);
}

interface Refusal {
  status: number;
  retryAfter: string | null;
}

/** Answers of 500 and above that the page gets. */
function refusalsOf(page: Page): { all(): Refusal[]; next(): Promise<void> } {
  const heard: Refusal[] = [];
  page.on("response", (response: Response) => {
    if (response.status() < 500) return;
    heard.push({ status: response.status(), retryAfter: response.headers()["retry-after"] ?? null });
  });
  let asked = 0;
  return {
    all: () => heard,
    next: async () => {
      await expect.poll(() => heard.length).toBeGreaterThan(asked);
      asked = heard.length;
    },
  };
}

/** A disk of a few pages for PostgreSQL; null where nobody here may mount one. */
function smallDisk({ dataDir }: CrashingPostgres): { path: string; remove(): void } | null {
  const path = mkdtempSync(join(tmpdir(), "plumbline-disk-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", path]).status === 0;
  if (!mounted) {
    rmSync(path, { recursive: true, force: true });
    return null;
  }
  const { uid, gid } = statSync(dataDir);
  chownSync(path, uid, gid);
  return {
    path,
    remove: () => {
      spawnSync("umount", [path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
