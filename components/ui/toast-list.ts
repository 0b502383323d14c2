/** Something said in passing, at the edge of the page. */
export interface Toast {
  id: number;
  message: string;
  description?: string | undefined;
  action?: { label: string; onClick: () => void } | undefined;
  /** Until it is answered or put away, instead of a while. */
  stays: boolean;
}

/** More would hide the page; the oldest gives way. */
const SHOWN_AT_ONCE = 3;

const NONE: readonly Toast[] = [];
let present = NONE;
let made = 0;
const listeners = new Set<() => void>();

function show(toasts: readonly Toast[]): void {
  present = toasts;
  for (const listener of [...listeners]) listener();
}

/** What stays is said once, however often it is said. */
export function addToast(toast: Omit<Toast, "id">): void {
  if (toast.stays && present.some(({ stays, message }) => stays && message === toast.message)) return;
  made += 1;
  show([...present, { ...toast, id: made }].slice(-SHOWN_AT_ONCE));
}

export function dismissToast(id: number): void {
  show(present.filter((toast) => toast.id !== id));
}

/** For `useSyncExternalStore`. */
export const toastList = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: (): readonly Toast[] => present,
  onServer: (): readonly Toast[] => NONE,
};
