import { fieldKey } from "@/lib/domain/changes";
import type { EMPTY_SCORECARD } from "@/lib/domain/scorecard";
import { contestedFields } from "../contested";
import { hasUnsaved } from "../save-state";
import type { OutboxModel } from "./outbox-model";

/** What is wrong once everything has come to rest; empty when all is well. */
export function faultsAtRest(model: OutboxModel): string[] {
  const { witness } = model;
  const faults = [...witness.lies];
  for (const what of model.asleep) faults.push(`${what} until somebody looked`);
  const ids = model.server.rows.map(({ opId }) => opId);
  if (new Set(ids).size !== ids.length) faults.push("an operation stands twice in the ledger");
  const numbers = model.server.rows.map(({ clientId, clientSeq }) => `${clientId} ${clientSeq}`);
  if (new Set(numbers).size !== numbers.length) faults.push("a number was given twice");
  for (const opId of witness.kept)
    if (!ids.includes(opId)) faults.push(`${opId} was kept here and never arrived`);
  for (const opId of witness.owed)
    if (!ids.includes(opId)) faults.push(`${opId} was made before a page was left, and never arrived`);
  const truth = JSON.stringify(sorted(model.server.content()));
  for (const { runner, device } of model.tabs) {
    const outbox = runner.read();
    if (hasUnsaved(outbox)) faults.push(`device ${device} still has something unsaved`);
    if (JSON.stringify(sorted(outbox.content)) !== truth)
      faults.push(`device ${device} shows ${JSON.stringify(outbox.content)}, the server has ${truth}`);
  }
  const devices = new Set(model.made.map(({ device }) => device));
  if (devices.size < 2 && !witness.mayHaveLost)
    for (const { field } of contestedFields(model.server.catchUp([]).history))
      faults.push(`the author is asked about ${field}, and entered it on one device`);
  return [...faults, ...lastWords(model)];
}

/** With one device and no crash, each field holds the last thing its author entered. */
function lastWords(model: OutboxModel): string[] {
  const last = new Map(model.made.map(({ change }) => [fieldKey(change), change]));
  const ledger = model.server.rows.filter(({ overtaken }) => !overtaken);
  return [...last].flatMap(([field, change]) => {
    const devices = new Set(
      model.made.filter((one) => fieldKey(one.change) === field).map(({ device }) => device),
    );
    if (devices.size > 1 || model.witness.mayHaveLost) return [];
    const stands = ledger.findLast((row) => row.field === field);
    return JSON.stringify(stands?.change.value) === JSON.stringify(change.value)
      ? []
      : [
          `${field} holds ${JSON.stringify(stands?.change.value)}, the author's last was ${JSON.stringify(change.value)}`,
        ];
  });
}

function sorted(content: typeof EMPTY_SCORECARD) {
  const { ratings, evidence, ...rest } = content;
  const entries = Object.entries(ratings).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ratings: entries, evidence: [...evidence].sort((a, b) => (a.id < b.id ? -1 : 1)), ...rest };
}
