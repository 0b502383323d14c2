import { expect, test } from "./fixtures";
import { asOwner } from "./records";
import { openCockpit, signInHere } from "./sitting";

test("F16: her session ends: kept, out of sight for whoever signs in meanwhile, and saved once she is back in place", async ({
  stage,
  sit,
}) => {
  const { author, page, context, card } = await sit();
  await author.rate("ownership", 4);
  await author.isTold("Saved");
  await asOwner(
    stage,
    (owner) =>
      owner`delete from sessions s using memberships m where m.user_id = s.user_id and m.id = ${card.who.memberId}`,
  );
  await author.tap("noticing", 2);
  await author.write("fix", "Said at once");
  await author.isTold("On this device, signed out");

  const other = await stage.seat();
  await signInHere(stage, context, other);
  const others = await context.newPage();
  await openCockpit(others, other);
  await expect(page.getByRole("heading", { name: "Somebody else signed in on this browser" })).toBeVisible();
  await expect(page.getByText(card.candidate)).toHaveCount(0);
  const sent = await asOwner(
    stage,
    (owner) => owner`select op_id from operations where scorecard_id = ${card.scorecardId}`,
  );
  expect(sent.length).toBe(1);
  await others.close();

  const opening = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Sign in again" }).filter({ visible: true }).click();
  const small = await opening;
  const closing = small.waitForEvent("close");
  await small.getByRole("button", { name: card.name }).click();
  await closing;
  await author.findsEverything();
  await author.isTold("Saved");
  const [cookie] = (await context.cookies()).filter(({ name }) => card.who.cookie.startsWith(`${name}=`));
  card.who = { ...card.who, cookie: `${cookie?.name}=${cookie?.value}` };
  await author.tap("consequence", 3);
  await author.isTold("Saved");
});
