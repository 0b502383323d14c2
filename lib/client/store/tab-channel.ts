/** As much of a `BroadcastChannel` as is used. */
export interface TabChannel {
  postMessage(message: string): void;
  addEventListener(type: "message", listener: () => void): void;
  removeEventListener(type: "message", listener: () => void): void;
  close(): void;
}

/** Where the tabs of a browser, and its worker, hear that somebody else wrote something of this scorecard. */
export function channelName(scorecardId: string): string {
  return `plumbline.scorecard.${scorecardId}`;
}
