/** What the frame needs only once somebody opens it; `Shell` loads it after the page stands. */
export { AccountMenu } from "./account-menu";
export { CommandPalette } from "./command-palette";
export { ShortcutSheet } from "./shortcut-sheet";
