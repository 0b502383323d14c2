"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiProblem, call } from "@/lib/client/api";
import { useAnswer } from "@/lib/client/use-answer";
import {
  listViewsContract,
  removeViewContract,
  type SavedView,
  saveViewContract,
} from "@/lib/contracts/saved-views";
import { copyAddress } from "../ui/copy-link-button";
import { Menu, MenuItem, MenuLine, MenuNote } from "../ui/menu";
import { toastDone, toastProblem } from "../ui/toasts";
import { viewQuery } from "./list-state";
import { SaveViewDialog } from "./save-view-dialog";
import type { CandidateList } from "./use-candidate-list";

/** Ways of looking under a name, one's own on every device; the address itself is one that can be sent. */
export function ViewsMenu({ list: { listing } }: { list: CandidateList }) {
  const router = useRouter();
  const [naming, setNaming] = useState(false);
  const open = (query: string) => {
    const address = new URLSearchParams(query);
    if (listing.opening) address.set("opening", listing.opening.id);
    router.push(`/candidates?${address}`);
  };
  return (
    <>
      <Menu label="Views">
        <MenuItem onClick={() => open("")}>Everybody, by composite</MenuItem>
        <OwnViews onOpen={open} onSave={() => setNaming(true)} />
      </Menu>
      <SaveViewDialog
        open={naming}
        onOpenChange={setNaming}
        onSave={(name) => keep({ name, query: viewQuery(window.location.search) })}
      />
    </>
  );
}

/** Asked for when the menu opens: a list that nobody opens costs the page nothing. */
function OwnViews({ onOpen, onSave }: { onOpen: (query: string) => void; onSave: () => void }) {
  const { answer, busy, problem } = useAnswer(listViewsContract, {}, null);
  const views = answer?.views ?? [];
  return (
    <>
      {busy && <MenuNote>Looking for your saved views…</MenuNote>}
      {problem && <MenuNote>Your saved views cannot be shown. {problem.message}</MenuNote>}
      {views.map(({ name, query }) => (
        <MenuItem key={name} onClick={() => onOpen(query)}>
          {name}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onClick={onSave}>Save this view</MenuItem>
      <MenuItem onClick={copyAddress}>Copy a link to this view</MenuItem>
      {views.map((view) => (
        <MenuItem key={view.name} onClick={() => forget(view)}>
          Remove “{view.name}”
        </MenuItem>
      ))}
      <MenuNote>Saved views are yours alone, on every device. A link shows others the same list.</MenuNote>
    </>
  );
}

/** Null when it is kept, said by a toast; otherwise why not. */
async function keep(view: SavedView): Promise<string | null> {
  try {
    await call(saveViewContract, view);
  } catch (cause) {
    return sentenceOf(cause);
  }
  toastDone(`“${view.name}” is saved`);
  return null;
}

async function forget(view: SavedView): Promise<void> {
  const putBack = async () => {
    const problem = await keep(view);
    if (problem !== null) toastProblem(`“${view.name}” is not back`, problem);
  };
  try {
    await call(removeViewContract, { name: view.name });
    toastDone(`“${view.name}” is removed`, () => void putBack());
  } catch (cause) {
    toastProblem(`“${view.name}” is still there`, sentenceOf(cause));
  }
}

const sentenceOf = (cause: unknown) =>
  cause instanceof ApiProblem ? cause.message : "The server did not answer. Try again.";
