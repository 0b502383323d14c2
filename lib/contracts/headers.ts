/** By which a page says whose it is, in every call it makes. */
export const MEMBER_HEADER = "x-plumbline-member";
/** The rule of a refusal that is meant for the page, not for the person: somebody else is here by now. */
export const OTHER_MEMBER = "other-member";
