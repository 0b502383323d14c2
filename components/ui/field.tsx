import clsx from "clsx";
import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from "react";

const CONTROL =
  "w-full rounded-m border border-line-strong bg-sheet px-3 text-m text-ink placeholder:text-faint placeholder:italic " +
  "aria-invalid:border-warn";

interface Described {
  label: string;
  hint?: string;
  error?: string | undefined;
}

interface FieldFrameProps extends Described {
  id: string;
  children: ReactNode;
}

/** Label above, hint below, then what is wrong in words. The control names both by `describedBy`. */
function FieldFrame({ id, label, hint, error, children }: FieldFrameProps) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-s font-[560]">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-s text-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1 text-s font-[560] text-warn">
          {error}
        </p>
      )}
    </div>
  );
}

function describedBy(id: string, { hint, error }: Described): { "aria-describedby"?: string } {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? { "aria-describedby": ids.join(" ") } : {};
}

type TextFieldProps = Described & InputHTMLAttributes<HTMLInputElement>;

/** One line of text. Spread react-hook-form's `register(...)` onto it. */
export function TextField({ label, hint, error, className, ...input }: TextFieldProps) {
  const id = useId();
  const about = { label, ...(hint ? { hint } : {}), error };
  return (
    <FieldFrame id={id} {...about}>
      <input
        id={id}
        aria-invalid={error ? true : undefined}
        className={clsx(CONTROL, "h-10 pointer-coarse:h-11", className)}
        {...describedBy(id, about)}
        {...input}
      />
    </FieldFrame>
  );
}

type TextAreaProps = Described & TextareaHTMLAttributes<HTMLTextAreaElement>;

/** Several lines of text. */
export function TextArea({ label, hint, error, className, ...input }: TextAreaProps) {
  const id = useId();
  const about = { label, ...(hint ? { hint } : {}), error };
  return (
    <FieldFrame id={id} {...about}>
      <textarea
        id={id}
        aria-invalid={error ? true : undefined}
        className={clsx(CONTROL, "min-h-24 py-2", className)}
        {...describedBy(id, about)}
        {...input}
      />
    </FieldFrame>
  );
}

type LineAreaProps = Described &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "onChange" | "rows"> & {
    onText: (text: string) => void;
  };

/** One sentence that is to be read whole: it takes a second line where there is no room, and never a line break. */
export function LineArea({ label, hint, error, className, onText, ...input }: LineAreaProps) {
  const id = useId();
  const about = { label, ...(hint ? { hint } : {}), error };
  return (
    <FieldFrame id={id} {...about}>
      <textarea
        id={id}
        rows={1}
        aria-invalid={error ? true : undefined}
        className={clsx(
          CONTROL,
          "field-sizing-content block min-h-10 resize-none py-2 pointer-coarse:min-h-11",
          className,
        )}
        {...describedBy(id, about)}
        onChange={(event) => onText(event.target.value.replace(/\s*\n\s*/g, " "))}
        {...input}
      />
    </FieldFrame>
  );
}
