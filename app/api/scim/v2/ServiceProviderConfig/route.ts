import { describeProviderContract } from "@/lib/contracts/provisioning";
import { scim } from "@/lib/server/scim";
import { describeProvider } from "@/lib/services/provisioning/describe";

export const GET = scim(describeProviderContract, describeProvider);
