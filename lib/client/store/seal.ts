/** AES-GCM's own size of nonce; a fresh random one for everything sealed. */
const NONCE_BYTES = 12;

/** What IndexedDB holds instead of words. */
export interface Sealed {
  nonce: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** The scorecard's key as the browser keeps it: usable here, readable by nobody. */
export function importDraftKey(base64: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** @param about what this is; the same words open it, so that one sealed thing never passes for another */
export async function seal(key: CryptoKey, about: string, value: unknown): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(value));
  const data = await crypto.subtle.encrypt(parameters(nonce, about), key, text);
  return { nonce, data };
}

/** Throws when the key is another, the words are, or a bit was changed. What an older build sealed is as that made it. */
export async function unseal(key: CryptoKey, about: string, { nonce, data }: Sealed): Promise<unknown> {
  const text = await crypto.subtle.decrypt(parameters(nonce, about), key, data);
  return JSON.parse(new TextDecoder().decode(text));
}

function parameters(nonce: Uint8Array<ArrayBuffer>, about: string): AesGcmParams {
  return { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(about) };
}
