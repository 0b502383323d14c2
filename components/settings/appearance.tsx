"use client";

import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { setSingleKeys, useSingleKeys } from "@/components/shell/single-keys";
import { THEMES } from "@/components/shell/theme-choice";
import { ChipGroup } from "@/components/ui/chip";
import { Kbd } from "@/components/ui/kbd";
import { PageHeader } from "@/components/ui/page-header";
import { Toggle } from "@/components/ui/toggle";
import { KeyEditor } from "./key-editor";

const never = () => () => undefined;

/** The theme and the keys, kept on this device. */
export function Appearance() {
  const { theme, setTheme } = useTheme();
  const singleKeys = useSingleKeys();
  // What this device has chosen is known in the browser only; the served page shows no choice yet.
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <>
      <PageHeader
        title="Appearance and shortcuts"
        below="Kept on this device; other people see nothing of it."
      />
      <div className="grid max-w-[36rem] gap-8">
        <section>
          <h2 className="mb-3">Theme</h2>
          <ChipGroup
            legend="Theme"
            legendHidden
            name="theme"
            options={THEMES}
            value={inBrowser ? chosen(theme) : null}
            onChange={(value) => value && setTheme(value)}
          />
        </section>
        <section>
          <h2 className="mb-2">Shortcuts</h2>
          <Toggle checked={singleKeys} onChange={(event) => setSingleKeys(event.target.checked)}>
            Shortcuts of one key
          </Toggle>
          <p className="mt-1 max-w-[60ch] text-s text-soft">
            While you score, <Kbd>1</Kbd> to <Kbd>5</Kbd> rate and <Kbd>T</Kbd> marks a beat; on every page{" "}
            <Kbd>?</Kbd> lists the keys. Switch them off if you speak to your computer or keys are pressed by
            accident. Ctrl K and Ctrl Enter stay.
          </p>
          <h3 className="mt-5 mb-1">Keys while you score</h3>
          <p className="mb-2 max-w-[60ch] text-s text-soft">
            Give each its own key; <Kbd>1</Kbd> to <Kbd>5</Kbd> and the arrows stay as they are.
          </p>
          <KeyEditor />
        </section>
      </div>
    </>
  );
}

type ThemeValue = (typeof THEMES)[number]["value"];

function chosen(theme: string | undefined): ThemeValue {
  return THEMES.find((choice) => choice.value === theme)?.value ?? "system";
}
