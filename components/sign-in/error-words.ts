/** What happened and what to do, for one of next-auth's error codes. */
export interface SignInErrorWords {
  what: string;
  todo: string;
}

const WORDS: Record<string, SignInErrorWords> = {
  Configuration: {
    what: "Sign-on is not set up correctly on this server",
    todo: "Nothing is wrong with your account. Tell your administrator; the server's log says which setting it is.",
  },
  AccessDenied: {
    what: "You were not let in",
    todo: "Your sign-on answered no. Ask your administrator to invite the address you sign in with.",
  },
  Verification: {
    what: "This link has been used or is too old",
    todo: "A link works once, for ten minutes. Ask for a new one.",
  },
  OAuthAccountNotLinked: {
    what: "This address already signs in another way",
    todo: "Sign in the way you did the first time.",
  },
  OAuthCallbackError: {
    what: "Your sign-on was not finished",
    todo: "It was stopped or took too long. Start again.",
  },
  EmailSignInError: {
    what: "The e-mail could not be sent",
    todo: "Try again in a minute. If it stays so, tell your administrator.",
  },
  OtherBrowser: {
    what: "Open the link in the browser where you asked for it",
    todo: "Somebody else who reads the mail must not come in with it. Or ask for a new link here.",
  },
  TooMany: {
    what: "Too many tries in a short time",
    todo: "Wait ten minutes and try again. The last link you asked for still works.",
  },
  Unreachable: { what: "The server did not answer", todo: "Check your connection and try again." },
};

const UNKNOWN: SignInErrorWords = {
  what: "You are not signed in",
  todo: "Something went wrong on the way. Start again.",
};

/** Words for an error code; an unknown code gets words too. */
export function signInErrorWords(code: string | undefined): SignInErrorWords {
  return (code && WORDS[code]) || UNKNOWN;
}
