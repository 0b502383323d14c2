/**
 * One tab of this browser sends. The tab a person looks at takes the turn: a hidden one may be frozen while it holds it.
 * The server applies each operation once whoever sends, so a turn taken over in mid-request costs nothing.
 */
export function takeTurns(name: string, onTurn: (sending: boolean) => void): () => void {
  // Only secure contexts have locks; without them every tab sends.
  if (!navigator.locks) {
    onTurn(true);
    return () => {};
  }
  let mine = false;
  let ended = false;
  let release = () => {};
  const hold = () =>
    new Promise<void>((done) => {
      if (ended) return done();
      mine = true;
      release = done;
      onTurn(true);
    });
  const request = (steal: boolean) => {
    navigator.locks.request(name, steal ? { steal: true } : {}, hold).catch(() => {
      // Taken over by another tab: stand in line again.
      mine = false;
      if (ended) return;
      onTurn(false);
      request(false);
    });
  };
  const look = () => {
    if (!mine && !ended && document.visibilityState === "visible") request(true);
  };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);
  request(document.visibilityState === "visible");
  return () => {
    ended = true;
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("focus", look);
    release();
  };
}
