import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Other, redactor } from "./redaction";

const colleague = (name: string, as = "Interviewer 1", email: string | null = null): Other => ({
  ...{ name, email, as },
  byParts: true,
});
const stranger = (name: string): Other => ({ name, email: null, as: "another candidate", byParts: false });

describe("other people's names in a person's file", () => {
  test.each<[string, string, string]>([
    ["the whole name", "Ada Lindgren asked twice", "Interviewer 1 asked twice"],
    ["a first name alone", "then Ada asked", "then Interviewer 1 asked"],
    ["a last name with a genitive", "Lindgren's question", "Interviewer 1's question"],
    ["in capitals", "ADA LINDGREN WAS THERE", "Interviewer 1 WAS THERE"],
    ["an address", "mail ada.l@example.com.", "mail Interviewer 1."],
    ["an accent as two characters", "with Ine\u0301s Roth", "with Interviewer 2"],
    ["without spaces around it", "我和李明谈过", "我和Interviewer 3谈过"],
    ["another candidate, whole", "better than Will Grace here", "better than another candidate here"],
  ])("%s", (_, text, expected) => {
    const others = [
      colleague("Ada Lindgren", "Interviewer 1", "ada.l@example.com"),
      colleague("Inés Roth", "Interviewer 2"),
      colleague("李明", "Interviewer 3"),
      stranger("Will Grace"),
    ];
    expect(redactor(others, ["Mira Holm"])(text)).toBe(expected);
  });

  test("everyday words, parts of words and a name in lower case that is a word stay", () => {
    const redact = redactor([colleague("Will Stone"), colleague("Ada Bo"), stranger("Mark Down")], ["Mira"]);
    const text = "She will set it in stone; Adapter and Bo stay, so does a Mark.";
    expect(redact(text)).toBe(text);
  });

  test("the person's own name stays, also where a colleague shares it", () => {
    const redact = redactor([colleague("Mira Lindgren")], ["Mira Holm"]);
    expect(redact("Mira said that Mira Lindgren and Lindgren agreed")).toBe(
      "Mira said that Interviewer 1 and Interviewer 1 agreed",
    );
  });

  test("however the text runs around it, no whole name of anybody else is left", () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{2,7} [A-Z][a-z]{2,7}$/);
    const filler = fc.stringMatching(/^[a-z ,.;!?0-9]{0,20}$/);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), fc.array(filler), (names, fillers) => {
        const text = names.map((one, i) => `${fillers[i] ?? ""} ${one} `).join("-");
        const said = redactor(names.map(stranger), [])(text);
        for (const one of names) expect(said.toLowerCase()).not.toContain(one.toLowerCase());
      }),
    );
  });
});
