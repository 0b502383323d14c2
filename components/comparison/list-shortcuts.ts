import type { ShortcutList } from "../shell/shortcuts";

/** The list's keys, for the `?` sheet. They work while a candidate's name has the focus. */
export const LIST_SHORTCUTS: ShortcutList = {
  title: "Candidates",
  shortcuts: [
    { keys: ["↑", "↓"], does: "Candidate before, next" },
    { keys: ["Home", "End"], does: "First candidate, last" },
    { keys: ["Enter"], does: "Open the dossier" },
    { keys: ["Space"], does: "Choose for comparing, or take it back" },
  ],
};
