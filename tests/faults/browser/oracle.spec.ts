import { openOwner } from "@/db/testing/database";
import { expect, test } from "./fixtures";
import { disagreements } from "./judge";

test("the oracle would see a loss, a doubling, another value, a note gone, and a Saved that is not true", async ({
  stage,
  sit,
}) => {
  const { author, witness, page } = await sit();
  await author.rate("ownership", 4);
  await author.write("fix", "Nobody had looked at the backups");
  await author.isTold("Saved");
  expect(await disagreements(stage, witness, author.entered)).toEqual([]);
  const [opId = ""] = witness.made;

  const entered = { ...author.entered, ratings: { ownership: 3 as const }, notes: {} };
  expect(await disagreements(stage, witness, entered)).toEqual([
    expect.stringContaining('the records read {"ratings":{"ownership":4},"notes":{"fix":"Nobody'),
  ]);

  const owner = openOwner(stage.records);
  try {
    const [row] =
      await owner`delete from operations where op_id = ${opId} returning to_jsonb(operations) as whole`;
    expect(await disagreements(stage, witness, author.entered)).toEqual(
      expect.arrayContaining([`lost: ${opId} is not in the ledger`]),
    );
    // The very next *Saved* is then a lie, and is heard as one.
    await author.rate("noticing", 2);
    await author.isTold("Saved");
    await witness.settled();
    expect(witness.complaints[0]).toMatch(new RegExp(`^false Saved: .*${opId}`));
    witness.complaints.length = 0;
    await owner`insert into operations select * from jsonb_populate_record(null::operations, ${row?.whole})
      on conflict do nothing`;
  } finally {
    await owner.end();
  }

  witness.made.delete(opId);
  expect(await disagreements(stage, witness, author.entered)).toEqual([`duplicated: nobody made ${opId}`]);
  witness.made.add(opId);
  await page.getByRole("group", { name: "ownership" }).focus();
});
