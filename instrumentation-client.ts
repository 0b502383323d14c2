// zod would probe for `new Function`, which the content policy forbids and the browser would report. Said where zod will
// look for its settings, as `z.config` would: importing it here would load it on every page.
export {};

Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
