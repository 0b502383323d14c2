"use client";

import { useRouter } from "next/navigation";
import { Select } from "@/components/ui/select";
import { Table, Td, Th } from "@/components/ui/table";
import { toastDone, toastProblem } from "@/components/ui/toasts";
import { call } from "@/lib/client/api";
import { type DirectoryGroupRow, meanGroupContract } from "@/lib/contracts/directory";
import { ROLE_LABEL } from "@/lib/domain/labels";
import { ROLES, type Role } from "@/lib/domain/roles";
import { problemWords } from "./use-member-changes";

/** "No role of its own", as a select can hold it. */
const NONE = "none";
const OPTIONS = [
  { value: NONE, label: "Nothing: interviewer" },
  ...ROLES.map((role) => ({ value: role, label: ROLE_LABEL[role] })),
];

/** Which role each group of the directory's means; a change is made at once and carries Undo. */
export function GroupRoles({ groups }: { groups: readonly DirectoryGroupRow[] }) {
  const router = useRouter();
  const put = async (groupId: string, role: Role | null) => {
    await call(meanGroupContract, { groupId, role });
    router.refresh();
  };
  async function mean(group: DirectoryGroupRow, role: Role | null): Promise<void> {
    try {
      await put(group.id, role);
      toastDone(
        `${group.name} means ${role ? ROLE_LABEL[role].toLowerCase() : "nothing more than interviewer"}`,
        () => void put(group.id, group.role),
      );
    } catch (error) {
      toastProblem(`${group.name} was not changed`, problemWords(error));
    }
  }
  return (
    <Table caption="Groups of the directory">
      <thead>
        <tr>
          <Th>Group</Th>
          <Th>Members</Th>
          <Th>Means</Th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.id}>
            <Th scope="row">{group.name}</Th>
            <Td>{group.members}</Td>
            <Td>
              <Select
                label={`What ${group.name} means`}
                labelHidden
                options={OPTIONS}
                value={group.role ?? NONE}
                onChange={({ target: { value } }) =>
                  void mean(group, ROLES.find((role) => role === value) ?? null)
                }
              />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
