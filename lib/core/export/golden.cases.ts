/**
 * What files of version 1 look like, to the last key: other people's programs read them. A change here is a change of
 * the format, and wants a new version unless it only adds a key.
 */
export const goldenHead = {
  type: "header",
  format: "sourceline/1",
  workspace: {
    id: "w1",
    name: "Desk",
  },
  project: {
    id: "p1",
    name: "Project",
    approvalsNeeded: 1,
  },
  exportedAt: "2026-01-05T10:00:00.000Z",
  filter: {
    state: "approved",
  },
};

/** The article's line. */
export const goldenArticle = {
  type: "article",
  id: "a7",
  title: "Storm at the port",
  outlet: "Harbour Courier",
  byline: "A. Writer",
  url: "https://example.org/a7",
  publishedAt: "2026-01-02T08:00:00.000Z",
  language: "en",
  direction: null,
  version: {
    id: "v-a7",
    ordinal: 1,
    length: 64,
    sha256: "00",
    text: "🌧️ The Courier reported that the port told it the gate was shut.",
    blocks: [],
  },
};

/** A source's line: its own type under another name. */
export const goldenSource = {
  type: "source",
  id: "s1",
  name: "The Daily Courier",
  sourceType: "unknown",
  documentType: null,
  identification: "named_institution",
  affiliation: null,
  role: null,
  roleTitle: null,
  roleStatus: null,
  issuedBy: null,
  wikidata: null,
  aliases: [],
  articleId: null,
};

/** A claim's line, its keys in this order. */
export const goldenClaim = {
  type: "claim",
  id: "c1",
  articleId: "a7",
  versionId: "v-a7",
  layerId: "l1",
  lineageId: "c1",
  parentId: null,
  sameClaimAs: null,
  groupId: null,
  state: "approved",
  revision: 2,
  review: "approved",
  statement: "The gate was shut.",
  kind: "event",
  provenance: "media_report",
  originProvenance: "official_statement",
  depth: 2,
  spans: [
    {
      start: 46,
      end: 63,
      exact: "the gate was shut",
    },
  ],
  chain: [
    {
      sources: ["s1"],
      mention: [
        {
          start: 3,
          end: 14,
          exact: "The Courier",
        },
      ],
      cue: [
        {
          start: 15,
          end: 23,
          exact: "reported",
        },
      ],
      addressee: [],
      act: "statement",
      directness: "indirect",
      cueStance: "neutral",
      polarity: "positive",
      explicit: true,
      basis: null,
      attributionStatus: "not_stated",
      channel: "not_stated",
      category: "media_report",
    },
    {
      sources: ["s3"],
      mention: [
        {
          start: 29,
          end: 37,
          exact: "the port",
        },
      ],
      cue: [
        {
          start: 38,
          end: 42,
          exact: "told",
        },
      ],
      addressee: [],
      act: "evidence",
      directness: "indirect",
      cueStance: "neutral",
      polarity: "positive",
      explicit: true,
      basis: null,
      attributionStatus: "not_stated",
      channel: "briefing",
      category: "official_statement",
    },
  ],
  inheritedLinks: 0,
  hedges: [
    {
      type: "approximator",
      span: {
        start: 55,
        end: 63,
        exact: "was shut",
      },
    },
  ],
  flags: ["figure"],
  createdBy: {
    id: "u1",
    name: "Ada",
  },
  createdAt: "2026-01-02T09:00:00.000Z",
  updatedAt: "2026-01-03T09:00:00.000Z",
  approvals: [
    {
      by: {
        id: "u2",
        name: "Rosa",
      },
      at: "2026-01-04T09:00:00.000Z",
    },
  ],
  assessments: [],
};

/** Rows of CSV, cells by their columns. */
export const goldenRows = {
  claims: [
    "claim_id,article_id,article_title,outlet,published_at,version_sha256,state,review,revision,start,end,spans,text,statement,kind,family,provenance,origin_provenance,depth,chain,first_source,origin_source,is_carried_over,hedges,flags,parent_id,same_claim_as,created_by,created_at,updated_at,approved_by,approved_at,group_id,hedge_spans,escaped",
    "c1,a7,Storm at the port,Harbour Courier,2026-01-02T08:00:00.000Z,00,approved,approved,2,46,63,46-63,the gate was shut,The gate was shut.,event,other_media,media_report,official_statement,2,this article ← The Daily Courier (“reported”) ← משרד החוץ (“told”),The Daily Courier,משרד החוץ,false,approximator,figure,,,Ada,2026-01-02T09:00:00.000Z,2026-01-03T09:00:00.000Z,Rosa,2026-01-04T09:00:00.000Z,,55-63,false",
  ],
  links: [
    "claim_id,link,category,family,source_ids,source_names,mention,mention_spans,cue,cue_spans,addressee,act,directness,cue_stance,polarity,explicit,basis,attribution_status,channel,inherited,addressee_spans,escaped",
    "c1,1,media_report,other_media,s1,The Daily Courier,The Courier,3-14,reported,15-23,,statement,indirect,neutral,positive,true,,not_stated,not_stated,false,,false",
    "c1,2,official_statement,official,s3,משרד החוץ,the port,29-37,told,38-42,,evidence,indirect,neutral,positive,true,,not_stated,briefing,false,,false",
  ],
  articles: [
    "article_id,title,outlet,byline,url,published_at,language,direction,version_id,version,version_sha256,length,claims,draft,submitted,changes_requested,approved,rejected,family_official,family_on_the_record,family_anonymous,family_other_media,family_documents,family_own_voice,family_unclear,family_none,escaped",
    "a7,Storm at the port,Harbour Courier,A. Writer,https://example.org/a7,2026-01-02T08:00:00.000Z,en,,v-a7,1,00,64,2,0,0,0,2,0,0,0,0,2,0,0,0,0,false",
  ],
};

/** Annotations, but for the bodies that hold their records. */
export const goldenAnnotations = [
  {
    id: "https://desk.example/articles/a7/versions/v-a7",
    type: "Annotation",
    motivation: "describing",
    created: "2026-01-05T10:00:00.000Z",
    body: [
      {
        type: "TextualBody",
        purpose: "describing",
        format: "text/plain",
        value: "Storm at the port",
      },
    ],
    target: "https://example.org/a7",
  },
  {
    id: "https://desk.example/claims/c1",
    type: "Annotation",
    motivation: "classifying",
    created: "2026-01-02T09:00:00.000Z",
    modified: "2026-01-03T09:00:00.000Z",
    creator: {
      id: "urn:uuid:u1",
      type: "Person",
      name: "Ada",
    },
    body: [
      {
        type: "TextualBody",
        purpose: "tagging",
        format: "text/plain",
        value: "Another outlet's report",
      },
      {
        type: "SpecificResource",
        purpose: "classifying",
        source: "https://desk.example/codebooks/sourceline/1#media_report",
      },
      {
        type: "TextualBody",
        purpose: "describing",
        format: "text/plain",
        value: "The gate was shut.",
      },
    ],
    target: [
      {
        type: "SpecificResource",
        source: {
          id: "https://example.org/a7",
          type: "Text",
          format: "text/plain",
          language: "en",
          "src:version": "urn:uuid:v-a7",
          "src:sha256": "00",
        },
        selector: [
          {
            type: "TextQuoteSelector",
            exact: "the gate was shut",
            prefix: " reported that the port told it ",
            suffix: ".",
          },
          {
            type: "TextPositionSelector",
            start: 46,
            end: 63,
          },
        ],
      },
    ],
  },
  {
    id: "https://desk.example/claims/c2",
    type: "Annotation",
    motivation: "classifying",
    created: "2026-01-02T09:00:00.000Z",
    modified: "2026-01-03T09:00:00.000Z",
    creator: {
      id: "urn:uuid:u1",
      type: "Person",
      name: "Ada",
    },
    body: [
      {
        type: "TextualBody",
        purpose: "tagging",
        format: "text/plain",
        value: "Another outlet's report",
      },
      {
        type: "SpecificResource",
        purpose: "classifying",
        source: "https://desk.example/codebooks/sourceline/1#media_report",
      },
    ],
    target: [
      {
        type: "SpecificResource",
        source: {
          id: "https://example.org/a7",
          type: "Text",
          format: "text/plain",
          language: "en",
          "src:version": "urn:uuid:v-a7",
          "src:sha256": "00",
        },
        selector: [
          {
            type: "TextQuoteSelector",
            exact: "was shut",
            prefix: " that the port told it the gate ",
            suffix: ".",
          },
          {
            type: "TextPositionSelector",
            start: 55,
            end: 63,
          },
        ],
      },
    ],
  },
  {
    id: "https://desk.example/claims/c1/links/1",
    type: "Annotation",
    motivation: "identifying",
    created: "2026-01-02T09:00:00.000Z",
    "src:link": 1,
    body: [
      {
        type: "SpecificResource",
        purpose: "identifying",
        source: "https://desk.example/sources/s1",
      },
      {
        type: "TextualBody",
        purpose: "tagging",
        format: "text/plain",
        value: "The Daily Courier",
      },
    ],
    target: [
      {
        type: "SpecificResource",
        source: {
          id: "https://example.org/a7",
          type: "Text",
          format: "text/plain",
          language: "en",
          "src:version": "urn:uuid:v-a7",
          "src:sha256": "00",
        },
        selector: [
          {
            type: "TextQuoteSelector",
            exact: "The Courier",
            prefix: "🌧️ ",
            suffix: " reported that the port told it ",
          },
          {
            type: "TextPositionSelector",
            start: 3,
            end: 14,
          },
        ],
      },
      {
        type: "SpecificResource",
        source: {
          id: "https://example.org/a7",
          type: "Text",
          format: "text/plain",
          language: "en",
          "src:version": "urn:uuid:v-a7",
          "src:sha256": "00",
        },
        selector: [
          {
            type: "TextQuoteSelector",
            exact: "reported",
            prefix: "🌧️ The Courier ",
            suffix: " that the port told it the gate ",
          },
          {
            type: "TextPositionSelector",
            start: 15,
            end: 23,
          },
        ],
      },
    ],
  },
  {
    id: "https://desk.example/claims/c1/links/2",
    type: "Annotation",
    motivation: "identifying",
    created: "2026-01-02T09:00:00.000Z",
    "src:link": 2,
    body: [
      {
        type: "SpecificResource",
        purpose: "identifying",
        source: "https://desk.example/sources/s3",
      },
      {
        type: "TextualBody",
        purpose: "tagging",
        format: "text/plain",
        value: "משרד החוץ",
      },
    ],
    target: [
      {
        type: "SpecificResource",
        source: {
          id: "https://example.org/a7",
          type: "Text",
          format: "text/plain",
          language: "en",
          "src:version": "urn:uuid:v-a7",
          "src:sha256": "00",
        },
        selector: [
          {
            type: "TextQuoteSelector",
            exact: "the port",
            prefix: "🌧️ The Courier reported that ",
            suffix: " told it the gate was shut.",
          },
          {
            type: "TextPositionSelector",
            start: 29,
            end: 37,
          },
        ],
      },
      {
        type: "SpecificResource",
        source: {
          id: "https://example.org/a7",
          type: "Text",
          format: "text/plain",
          language: "en",
          "src:version": "urn:uuid:v-a7",
          "src:sha256": "00",
        },
        selector: [
          {
            type: "TextQuoteSelector",
            exact: "told",
            prefix: " Courier reported that the port ",
            suffix: " it the gate was shut.",
          },
          {
            type: "TextPositionSelector",
            start: 38,
            end: 42,
          },
        ],
      },
    ],
  },
  {
    id: "https://desk.example/claims/c1#attributed-by-1",
    type: "Annotation",
    motivation: "linking",
    created: "2026-01-02T09:00:00.000Z",
    "src:relation": "attributedBy",
    body: "https://desk.example/claims/c1/links/1",
    target: "https://desk.example/claims/c1",
  },
  {
    id: "https://desk.example/claims/c1#attributed-by-2",
    type: "Annotation",
    motivation: "linking",
    created: "2026-01-02T09:00:00.000Z",
    "src:relation": "attributedBy",
    body: "https://desk.example/claims/c1/links/2",
    target: "https://desk.example/claims/c1",
  },
  {
    id: "https://desk.example/claims/c2#nested-in",
    type: "Annotation",
    motivation: "linking",
    created: "2026-01-02T09:00:00.000Z",
    "src:relation": "nestedIn",
    body: "https://desk.example/claims/c1",
    target: "https://desk.example/claims/c2",
  },
  {
    id: "https://desk.example/claims/c2#same-claim-as",
    type: "Annotation",
    motivation: "linking",
    created: "2026-01-02T09:00:00.000Z",
    "src:relation": "sameClaimAs",
    body: "https://desk.example/claims/c1",
    target: "https://desk.example/claims/c2",
  },
];

/** The bundle of PROV-JSON. */
export const goldenBundle = {
  entity: {
    "article:a7": {
      "prov:type": {
        $: "src:Article",
        type: "prov:QUALIFIED_NAME",
      },
      "prov:label": "Storm at the port",
      "src:outlet": "Harbour Courier",
      "src:byline": "A. Writer",
      "src:url": "https://example.org/a7",
      "src:publishedAt": {
        $: "2026-01-02T08:00:00.000Z",
        type: "xsd:dateTime",
      },
      "src:language": "en",
    },
    "version:v-a7": {
      "prov:type": {
        $: "src:Version",
        type: "prov:QUALIFIED_NAME",
      },
      "prov:label": "Storm at the port, version 1",
      "src:sha256": "00",
    },
    "claim:c1": {
      "prov:type": {
        $: "src:Claim",
        type: "prov:QUALIFIED_NAME",
      },
      "prov:value": "The gate was shut.",
      "src:kind": "event",
      "src:provenance": "media_report",
      "src:state": "approved",
      "src:review": "approved",
      "src:revision": 2,
    },
    "claim:c1/said/1": {
      "prov:type": {
        $: "src:Said",
        type: "prov:QUALIFIED_NAME",
      },
      "src:link": 1,
      "src:category": "media_report",
    },
    "claim:c1/said/2": {
      "prov:type": {
        $: "src:Said",
        type: "prov:QUALIFIED_NAME",
      },
      "src:link": 2,
      "src:category": "official_statement",
    },
    "claim:c2": {
      "prov:type": {
        $: "src:Claim",
        type: "prov:QUALIFIED_NAME",
      },
      "src:provenance": "media_report",
      "src:state": "approved",
      "src:review": "approved",
      "src:revision": 2,
    },
    "claim:c2/said/1": {
      "prov:type": {
        $: "src:Said",
        type: "prov:QUALIFIED_NAME",
      },
      "src:link": 1,
      "src:category": "media_report",
    },
    "claim:c2/said/2": {
      "prov:type": {
        $: "src:Said",
        type: "prov:QUALIFIED_NAME",
      },
      "src:link": 2,
      "src:category": "official_statement",
    },
  },
  specializationOf: {
    "_:specializationOf1": {
      "prov:specificEntity": "version:v-a7",
      "prov:generalEntity": "article:a7",
    },
  },
  wasDerivedFrom: {
    "_:wasDerivedFrom1": {
      "prov:generatedEntity": "claim:c1",
      "prov:usedEntity": "version:v-a7",
      "prov:type": {
        $: "prov:Quotation",
        type: "prov:QUALIFIED_NAME",
      },
    },
    "_:wasDerivedFrom2": {
      "prov:generatedEntity": "claim:c1",
      "prov:usedEntity": "claim:c1/said/1",
      "src:directness": "indirect",
      "src:cueStance": "neutral",
      "src:polarity": "positive",
      "src:explicit": true,
    },
    "_:wasDerivedFrom3": {
      "prov:generatedEntity": "claim:c1/said/1",
      "prov:usedEntity": "claim:c1/said/2",
      "src:directness": "indirect",
      "src:cueStance": "neutral",
      "src:polarity": "positive",
      "src:explicit": true,
    },
    "_:wasDerivedFrom4": {
      "prov:generatedEntity": "claim:c2",
      "prov:usedEntity": "version:v-a7",
      "prov:type": {
        $: "prov:Quotation",
        type: "prov:QUALIFIED_NAME",
      },
    },
    "_:wasDerivedFrom5": {
      "prov:generatedEntity": "claim:c2",
      "prov:usedEntity": "claim:c2/said/1",
      "src:directness": "indirect",
      "src:cueStance": "neutral",
      "src:polarity": "positive",
      "src:explicit": true,
    },
    "_:wasDerivedFrom6": {
      "prov:generatedEntity": "claim:c2/said/1",
      "prov:usedEntity": "claim:c2/said/2",
      "src:directness": "indirect",
      "src:cueStance": "neutral",
      "src:polarity": "positive",
      "src:explicit": true,
    },
  },
  activity: {
    "claim:c1/annotation": {
      "prov:type": {
        $: "src:Annotation",
        type: "prov:QUALIFIED_NAME",
      },
      "prov:startTime": "2026-01-02T09:00:00.000Z",
      "prov:endTime": "2026-01-03T09:00:00.000Z",
    },
    "claim:c1/approval/1": {
      "prov:type": {
        $: "src:Approval",
        type: "prov:QUALIFIED_NAME",
      },
      "prov:startTime": "2026-01-04T09:00:00.000Z",
      "prov:endTime": "2026-01-04T09:00:00.000Z",
    },
    "claim:c1/speech/1": {
      "prov:type": {
        $: "src:Speech",
        type: "prov:QUALIFIED_NAME",
      },
      "src:act": "statement",
      "src:channel": "not_stated",
      "src:attributionStatus": "not_stated",
    },
    "claim:c1/speech/2": {
      "prov:type": {
        $: "src:Speech",
        type: "prov:QUALIFIED_NAME",
      },
      "src:act": "evidence",
      "src:channel": "briefing",
      "src:attributionStatus": "not_stated",
    },
    "claim:c2/annotation": {
      "prov:type": {
        $: "src:Annotation",
        type: "prov:QUALIFIED_NAME",
      },
      "prov:startTime": "2026-01-02T09:00:00.000Z",
      "prov:endTime": "2026-01-03T09:00:00.000Z",
    },
    "claim:c2/approval/1": {
      "prov:type": {
        $: "src:Approval",
        type: "prov:QUALIFIED_NAME",
      },
      "prov:startTime": "2026-01-04T09:00:00.000Z",
      "prov:endTime": "2026-01-04T09:00:00.000Z",
    },
    "claim:c2/speech/1": {
      "prov:type": {
        $: "src:Speech",
        type: "prov:QUALIFIED_NAME",
      },
      "src:act": "statement",
      "src:channel": "not_stated",
      "src:attributionStatus": "not_stated",
    },
    "claim:c2/speech/2": {
      "prov:type": {
        $: "src:Speech",
        type: "prov:QUALIFIED_NAME",
      },
      "src:act": "evidence",
      "src:channel": "briefing",
      "src:attributionStatus": "not_stated",
    },
  },
  agent: {
    "person:u1": {
      "prov:type": {
        $: "prov:Person",
        type: "prov:QUALIFIED_NAME",
      },
      "prov:label": "Ada",
    },
    "person:u2": {
      "prov:type": {
        $: "prov:Person",
        type: "prov:QUALIFIED_NAME",
      },
      "prov:label": "Rosa",
    },
    "source:s1": {
      "prov:label": "The Daily Courier",
      "src:sourceType": "unknown",
      "src:identification": "named_institution",
    },
    "source:s3": {
      "prov:label": "משרד החוץ",
      "src:sourceType": "unknown",
      "src:identification": "named_institution",
    },
  },
  wasAssociatedWith: {
    "_:wasAssociatedWith1": {
      "prov:activity": "claim:c1/annotation",
      "prov:agent": "person:u1",
      "prov:role": {
        $: "src:editor",
        type: "prov:QUALIFIED_NAME",
      },
    },
    "_:wasAssociatedWith2": {
      "prov:activity": "claim:c1/approval/1",
      "prov:agent": "person:u2",
      "prov:role": {
        $: "src:reviewer",
        type: "prov:QUALIFIED_NAME",
      },
    },
    "_:wasAssociatedWith3": {
      "prov:activity": "claim:c1/speech/1",
      "prov:agent": "source:s1",
      "prov:role": {
        $: "src:speaker",
        type: "prov:QUALIFIED_NAME",
      },
    },
    "_:wasAssociatedWith4": {
      "prov:activity": "claim:c1/speech/2",
      "prov:agent": "source:s3",
      "prov:role": {
        $: "src:speaker",
        type: "prov:QUALIFIED_NAME",
      },
    },
    "_:wasAssociatedWith5": {
      "prov:activity": "claim:c2/annotation",
      "prov:agent": "person:u1",
      "prov:role": {
        $: "src:editor",
        type: "prov:QUALIFIED_NAME",
      },
    },
    "_:wasAssociatedWith6": {
      "prov:activity": "claim:c2/approval/1",
      "prov:agent": "person:u2",
      "prov:role": {
        $: "src:reviewer",
        type: "prov:QUALIFIED_NAME",
      },
    },
    "_:wasAssociatedWith7": {
      "prov:activity": "claim:c2/speech/1",
      "prov:agent": "source:s1",
      "prov:role": {
        $: "src:speaker",
        type: "prov:QUALIFIED_NAME",
      },
    },
    "_:wasAssociatedWith8": {
      "prov:activity": "claim:c2/speech/2",
      "prov:agent": "source:s3",
      "prov:role": {
        $: "src:speaker",
        type: "prov:QUALIFIED_NAME",
      },
    },
  },
  used: {
    "_:used1": {
      "prov:activity": "claim:c1/annotation",
      "prov:entity": "version:v-a7",
    },
    "_:used2": {
      "prov:activity": "claim:c1/approval/1",
      "prov:entity": "claim:c1",
      "prov:time": "2026-01-04T09:00:00.000Z",
    },
    "_:used3": {
      "prov:activity": "claim:c2/annotation",
      "prov:entity": "version:v-a7",
    },
    "_:used4": {
      "prov:activity": "claim:c2/approval/1",
      "prov:entity": "claim:c2",
      "prov:time": "2026-01-04T09:00:00.000Z",
    },
  },
  wasGeneratedBy: {
    "_:wasGeneratedBy1": {
      "prov:entity": "claim:c1",
      "prov:activity": "claim:c1/annotation",
      "prov:time": "2026-01-02T09:00:00.000Z",
    },
    "_:wasGeneratedBy2": {
      "prov:entity": "claim:c1/said/1",
      "prov:activity": "claim:c1/speech/1",
    },
    "_:wasGeneratedBy3": {
      "prov:entity": "claim:c1/said/2",
      "prov:activity": "claim:c1/speech/2",
    },
    "_:wasGeneratedBy4": {
      "prov:entity": "claim:c2",
      "prov:activity": "claim:c2/annotation",
      "prov:time": "2026-01-02T09:00:00.000Z",
    },
    "_:wasGeneratedBy5": {
      "prov:entity": "claim:c2/said/1",
      "prov:activity": "claim:c2/speech/1",
    },
    "_:wasGeneratedBy6": {
      "prov:entity": "claim:c2/said/2",
      "prov:activity": "claim:c2/speech/2",
    },
  },
  wasAttributedTo: {
    "_:wasAttributedTo1": {
      "prov:entity": "claim:c1/said/1",
      "prov:agent": "source:s1",
    },
    "_:wasAttributedTo2": {
      "prov:entity": "claim:c1/said/2",
      "prov:agent": "source:s3",
    },
    "_:wasAttributedTo3": {
      "prov:entity": "claim:c2/said/1",
      "prov:agent": "source:s1",
    },
    "_:wasAttributedTo4": {
      "prov:entity": "claim:c2/said/2",
      "prov:agent": "source:s3",
    },
  },
  wasInfluencedBy: {
    "_:wasInfluencedBy1": {
      "prov:influencee": "claim:c2",
      "prov:influencer": "claim:c1",
      "prov:type": {
        $: "src:nestedIn",
        type: "prov:QUALIFIED_NAME",
      },
    },
  },
  alternateOf: {
    "_:alternateOf1": {
      "prov:alternate1": "claim:c2",
      "prov:alternate2": "claim:c1",
    },
  },
};
