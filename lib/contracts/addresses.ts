/** Where the cockpit asks: said here once, apart from what is asked, so that it need not wait for that to be loaded. */
export const ADDRESSES = {
  getInterview: { name: "getInterview", method: "GET", path: "/interviews/{interviewId}" },
  getMe: { name: "getMe", method: "GET", path: "/me" },
  openDraft: { name: "openDraft", method: "POST", path: "/scorecards/{scorecardId}/draft-key" },
  applyOperations: { name: "applyOperations", method: "POST", path: "/scorecards/{scorecardId}/operations" },
  catchUp: { name: "catchUp", method: "POST", path: "/scorecards/{scorecardId}/catch-up" },
  submitScorecard: { name: "submitScorecard", method: "POST", path: "/scorecards/{scorecardId}/submission" },
  listErasedScorecards: { name: "listErasedScorecards", method: "GET", path: "/me/erased-scorecards" },
} as const;
