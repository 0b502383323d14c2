import type { Context } from "@/db/context";
import type { InputOf } from "@/lib/contracts/contract";
import type { getResourceTypeContract, getSchemaContract } from "@/lib/contracts/provisioning";
import { Problem } from "@/lib/domain/errors";
import { listed, PAGE_MAX } from "./asked";
import { requireDirectory } from "./directory";
import { SCIMMY } from "./protocol";
import type { SeenFrom } from "./seen-from";

type Answer = Record<string, unknown>;
const RESOURCES = [SCIMMY.Resources.User, SCIMMY.Resources.Group];

/** What of SCIM is spoken here: filters and PATCH, neither bulk nor sorting nor passwords. */
export async function describeProvider(ctx: Context, _: object, { base }: SeenFrom): Promise<Answer> {
  requireDirectory(ctx);
  const no = { supported: false };
  const config = new SCIMMY.Schemas.ServiceProviderConfig(
    {
      patch: { supported: true },
      bulk: { ...no, maxOperations: 0, maxPayloadSize: 0 },
      filter: { supported: true, maxResults: PAGE_MAX },
      changePassword: no,
      sort: no,
      etag: no,
      authenticationSchemes: [
        {
          type: "oauthbearertoken",
          name: "Bearer token",
          description: "A provisioning token out of Settings, Directory, as Authorization: Bearer.",
        },
      ],
    },
    `${base}/ServiceProviderConfig`,
  );
  return { ...config };
}

export async function listResourceTypes(ctx: Context, _: object, { base }: SeenFrom): Promise<Answer> {
  requireDirectory(ctx);
  const types = RESOURCES.map((resource) => typeOf(resource, base));
  return listed(types, types.length, 1);
}

export async function getResourceType(
  ctx: Context,
  { typeId }: InputOf<typeof getResourceTypeContract>,
  { base }: SeenFrom,
): Promise<Answer> {
  requireDirectory(ctx);
  const found = RESOURCES.find((resource) => resource.describe().name === typeId);
  if (!found) throw new Problem("NOT_FOUND", "There is no such resource type");
  return { ...typeOf(found, base) };
}

function typeOf(resource: (typeof RESOURCES)[number], base: string) {
  return new SCIMMY.Schemas.ResourceType(resource.describe(), `${base}/ResourceTypes`);
}

export async function listSchemas(ctx: Context, _: object, { base }: SeenFrom): Promise<Answer> {
  requireDirectory(ctx);
  const schemas = RESOURCES.map((resource) => resource.schema.definition.describe(`${base}/Schemas`));
  return listed(schemas, schemas.length, 1);
}

export async function getSchema(
  ctx: Context,
  { schemaId }: InputOf<typeof getSchemaContract>,
  { base }: SeenFrom,
): Promise<Answer> {
  requireDirectory(ctx);
  const found = RESOURCES.find((resource) => resource.schema.definition.id === schemaId);
  if (!found) throw new Problem("NOT_FOUND", "There is no such schema");
  return { ...found.schema.definition.describe(`${base}/Schemas`) };
}
