/** What the frame needs only once somebody opens it; `use-loaded` says when it is loaded. */
export { AccountMenu } from "./account-menu";
export { CommandPalette } from "./command-palette";
export { ShortcutSheet } from "./shortcut-sheet";
