const offset = { type: "integer", minimum: 0 };
const span = { start: offset, end: { type: "integer", minimum: 1 } };
const id = { type: "string", minLength: 1 };
const texts = { type: "array", minItems: 1, items: { type: "string" } };

const region = {
  type: "object",
  required: ["id", "from_name", "to_name", "type", "value"],
  additionalProperties: false,
  properties: {
    id,
    from_name: { const: "label" },
    to_name: { const: "text" },
    type: { const: "labels" },
    value: {
      type: "object",
      required: ["start", "end", "text", "labels"],
      additionalProperties: false,
      properties: {
        ...span,
        text: { type: "string", minLength: 1 },
        labels: {
          type: "array",
          minItems: 1,
          maxItems: 1,
          items: { enum: ["Claim", "Attribution", "Source", "Cue", "Addressee", "Hedge"] },
        },
      },
    },
  },
};

const choices = {
  type: "object",
  required: ["id", "from_name", "to_name", "type", "value"],
  additionalProperties: false,
  properties: {
    id,
    from_name: { type: "string", pattern: "^[A-Z][A-Za-z]+$" },
    to_name: { const: "text" },
    type: { const: "choices" },
    value: {
      type: "object",
      required: ["start", "end", "text", "choices"],
      additionalProperties: false,
      properties: { ...span, text: { type: "string", minLength: 1 }, choices: texts },
    },
  },
};

const textarea = {
  type: "object",
  required: ["id", "from_name", "to_name", "type", "value"],
  additionalProperties: false,
  properties: {
    id,
    from_name: { enum: ["Statement", "ClaimId", "Sources"] },
    to_name: { const: "text" },
    type: { const: "textarea" },
    value: {
      type: "object",
      required: ["start", "end", "text"],
      additionalProperties: false,
      properties: { ...span, text: texts },
    },
  },
};

const relation = {
  type: "object",
  required: ["type", "from_id", "to_id", "direction", "labels"],
  additionalProperties: false,
  properties: {
    type: { const: "relation" },
    from_id: id,
    to_id: id,
    direction: { const: "right" },
    labels: { type: "array", minItems: 1, maxItems: 1, items: { type: "string", pattern: "^[a-z_0-9]+$" } },
  },
};

/** Label Studio's task as its guide has it, and the regions, choices, texts and relations that we write into one. */
export const taskSchema = {
  type: "array",
  items: {
    type: "object",
    required: ["data"],
    additionalProperties: false,
    properties: {
      data: {
        type: "object",
        required: ["article_id", "title", "version_sha256"],
        properties: {
          article_id: id,
          title: { type: "string" },
          version_sha256: { type: "string", pattern: "^[0-9a-f]+$" },
          text: { type: "string" },
          url: { type: "string", format: "uri" },
          published_at: { type: "string", format: "date-time" },
          direction: { enum: ["ltr", "rtl"] },
          sources: {
            type: "array",
            items: {
              type: "object",
              required: ["id", "name"],
              properties: { id, name: { type: "string", minLength: 1 } },
            },
          },
        },
      },
      annotations: {
        type: "array",
        minItems: 1,
        maxItems: 1,
        items: {
          type: "object",
          required: ["result"],
          additionalProperties: false,
          properties: {
            result: { type: "array", items: { oneOf: [region, choices, textarea, relation] } },
          },
        },
      },
    },
  },
};

/** A line of doccano with relations, and the metadata we put beside. */
export const lineSchema = {
  type: "object",
  required: ["text", "entities", "relations", "Comments", "article_id", "title", "version_sha256"],
  properties: {
    article_id: id,
    title: { type: "string" },
    version_sha256: { type: "string", pattern: "^[0-9a-f]+$" },
    text: { type: "string" },
    url: { type: "string", format: "uri" },
    published_at: { type: "string", format: "date-time" },
    direction: { enum: ["ltr", "rtl"] },
    entities: {
      type: "array",
      items: {
        type: "object",
        required: ["id", "start_offset", "end_offset", "label"],
        additionalProperties: false,
        properties: {
          id: { type: "integer", minimum: 1 },
          start_offset: offset,
          end_offset: { type: "integer", minimum: 1 },
          label: { type: "string", minLength: 1, maxLength: 100 },
        },
      },
    },
    relations: {
      type: "array",
      items: {
        type: "object",
        required: ["id", "from_id", "to_id", "type"],
        additionalProperties: false,
        properties: {
          id: { type: "integer", minimum: 1 },
          from_id: { type: "integer", minimum: 1 },
          to_id: { type: "integer", minimum: 1 },
          type: { type: "string", minLength: 1, maxLength: 100 },
        },
      },
    },
    Comments: { type: "array", items: { type: "string", pattern: "^#[0-9]+: " } },
  },
};
