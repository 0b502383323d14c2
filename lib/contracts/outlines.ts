import { ADDRESSES } from "./addresses";
import type { Outline } from "./contract";
import type { openDraftContract } from "./drafts";
import type { getInterviewContract } from "./interviews";
import type { getMeContract } from "./members";
import type { applyOperationsContract, catchUpContract } from "./operations";
import type { listErasedScorecardsContract } from "./privacy";
import type { submitScorecardContract } from "./submission";

// What a page asks before its first key press. `call` takes these as it takes contracts; the shapes come when an answer
// has to be checked.

export const getInterview: Outline<typeof getInterviewContract> = {
  ...ADDRESSES.getInterview,
  whole: async () => (await import("./interviews")).getInterviewContract,
};

export const getMe: Outline<typeof getMeContract> = {
  ...ADDRESSES.getMe,
  whole: async () => (await import("./members")).getMeContract,
};

export const openDraft: Outline<typeof openDraftContract> = {
  ...ADDRESSES.openDraft,
  whole: async () => (await import("./drafts")).openDraftContract,
};

export const applyOperations: Outline<typeof applyOperationsContract> = {
  ...ADDRESSES.applyOperations,
  whole: async () => (await import("./operations")).applyOperationsContract,
};

export const catchUp: Outline<typeof catchUpContract> = {
  ...ADDRESSES.catchUp,
  whole: async () => (await import("./operations")).catchUpContract,
};

export const submitScorecard: Outline<typeof submitScorecardContract> = {
  ...ADDRESSES.submitScorecard,
  whole: async () => (await import("./submission")).submitScorecardContract,
};

export const listErasedScorecards: Outline<typeof listErasedScorecardsContract> = {
  ...ADDRESSES.listErasedScorecards,
  whole: async () => (await import("./privacy")).listErasedScorecardsContract,
};
