import { ClipboardList, Gauge, Headphones, type LucideIcon, Ruler, Settings, Users } from "lucide-react";
import { mayAdminister, mayCompare, mayImport, maySeePanels, type Role } from "@/lib/domain/roles";

/** A page that the frame leads to. */
export interface Place {
  href: string;
  label: string;
  icon: LucideIcon;
  /** In words, for the command palette. */
  about: string;
}

type Allowed = (roles: readonly Role[]) => boolean;
const everybody: Allowed = () => true;

const RAIL: readonly (Place & { allowed: Allowed })[] = [
  {
    href: "/interviews",
    label: "Interviews",
    icon: ClipboardList,
    about: "What you are to score",
    allowed: everybody,
  },
  {
    href: "/candidates",
    label: "Candidates",
    icon: Users,
    about: "Scorecards by opening",
    allowed: mayCompare,
  },
  { href: "/panels", label: "Panels", icon: Gauge, about: "How interviewers agree", allowed: maySeePanels },
  {
    href: "/panels/mine",
    label: "My figures",
    icon: Gauge,
    about: "What the panel’s figures say of you",
    // Leads reach theirs from the panel sheet: the rail has one entry for it.
    allowed: (roles) => roles.includes("interviewer") && !maySeePanels(roles),
  },
  {
    href: "/practice",
    label: "Practice",
    icon: Headphones,
    about: "Score reference answers, see the gap",
    allowed: everybody,
  },
  { href: "/rubric", label: "Rubric", icon: Ruler, about: "Anchors, weights, fold map", allowed: everybody },
  {
    href: "/settings",
    label: "Settings",
    icon: Settings,
    about: "Appearance and shortcuts",
    allowed: everybody,
  },
];

/** The rail's entries for somebody with these roles. */
export function placesFor(roles: readonly Role[]): Place[] {
  return RAIL.filter((place) => place.allowed(roles));
}

const SETTINGS: readonly { href: string; label: string; allowed: Allowed }[] = [
  { href: "/settings", label: "Appearance", allowed: everybody },
  { href: "/settings/devices", label: "Devices", allowed: everybody },
  { href: "/settings/tokens", label: "API tokens", allowed: everybody },
  { href: "/settings/members", label: "Members", allowed: mayAdminister },
  { href: "/settings/directory", label: "Directory", allowed: mayAdminister },
  { href: "/settings/import", label: "Import", allowed: mayImport },
  { href: "/settings/privacy", label: "Privacy", allowed: mayAdminister },
  { href: "/settings/audit", label: "Audit", allowed: mayAdminister },
];

/** The pages under Settings for somebody with these roles. */
export function settingsFor(roles: readonly Role[]): { href: string; label: string }[] {
  return SETTINGS.filter((page) => page.allowed(roles));
}

const PRACTICE: readonly { href: string; label: string; allowed: Allowed }[] = [
  { href: "/practice", label: "Answers", allowed: everybody },
  { href: "/practice/progress", label: "Your progress", allowed: everybody },
  { href: "/practice/rounds", label: "Live rounds", allowed: everybody },
  { href: "/practice/team", label: "Team", allowed: maySeePanels },
  { href: "/practice/own", label: "Your own answers", allowed: maySeePanels },
];

/** The pages under Practice for somebody with these roles. */
export function practiceFor(roles: readonly Role[]): { href: string; label: string }[] {
  return PRACTICE.filter((page) => page.allowed(roles));
}

/** Pages that no tab and no entry of the rail leads to at once. */
export const FURTHER_PAGES = [
  { href: "/rubric/versions", label: "Versions of the rubric", about: "Rubric" },
  { href: "/interviews/paper", label: "Blank form", about: "Interviews, to print" },
  { href: "/api-docs", label: "API", about: "For integrators" },
] as const;

/** Where somebody lands after signing in: the page their work begins on. */
export function homeFor(roles: readonly Role[]): string {
  if (maySeePanels(roles)) return "/panels";
  if (mayCompare(roles)) return "/candidates";
  if (roles.includes("interviewer")) return "/interviews";
  return mayAdminister(roles) ? "/settings/members" : "/interviews";
}

/** True when `path` is the place itself or a page below it. */
export function isAt(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}
