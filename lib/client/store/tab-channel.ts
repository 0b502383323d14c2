/** As much of a `BroadcastChannel` as is used. */
export interface TabChannel {
  postMessage(message: Written): void;
  addEventListener(type: "message", listener: (message: { data: Written }) => void): void;
  removeEventListener(type: "message", listener: (message: { data: Written }) => void): void;
  close(): void;
}

/** What was written: changes under this browser's numbers up to the highest, or anything at all. */
export type Written = { upTo: number } | "anything";

/** Where the tabs of a browser, and its worker, hear that somebody else wrote something of this scorecard. */
export function channelName(scorecardId: string): string {
  return `plumbline.scorecard.${scorecardId}`;
}
