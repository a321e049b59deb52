/**
 * The ids of version 1 of the export format, one list a line. They stand in files that people keep and in answers that
 * programs read: an id may join at the end of its list, none may go, change or move.
 */
export const idsOfVersion1: readonly (readonly [list: string, ids: string])[] = [
  [
    "claimKinds",
    "speech_event event sequence position intention request accusation assessment belief characterisation inference figure prediction",
  ],
  [
    "acts",
    "statement question request commitment accusation denial belief decision evidence perception refusal",
  ],
  ["directnesses", "direct mixed indirect reported free_indirect"],
  ["cueStances", "neutral endorsing distancing negative"],
  ["polarities", "positive negative"],
  ["bases", "carried_over heading_summary pronoun_less_continuation quote_continuation"],
  [
    "attributionStatuses",
    "on_record on_background deep_background off_record via_third_party not_stated not_applicable",
  ],
  [
    "channels",
    "interview press_conference briefing speech phone_call meeting written_readout written_statement publication broadcast social_media court document intelligence_channel not_stated",
  ],
  [
    "hedgeTypes",
    "reportative modal attribution_shield approximator unverified_notice scare_quotes conditional belief_shield",
  ],
  [
    "claimFlags",
    "heading no_source_given quote_owner_unclear translated altered_quote partial_quote scare_quote negated scope_ambiguous factive_cue figure",
  ],
  [
    "sourceTypes",
    "person group government_body military_security intelligence_service court_prosecutor police legislature_party intergovernmental company industry_union ngo_civil_society academic news_media state_media wire_agency social_account document dataset_poll unknown",
  ],
  [
    "documentTypes",
    "readout transcript joint_statement press_release legal statistics study news_report letter_memo intelligence social_post",
  ],
  [
    "identifications",
    "named_person named_institution named_document office_only collective unnamed_described undescribed",
  ],
  ["sourceReliabilities", "A B C D E F"],
  ["infoCredibilities", "1 2 3 4 5 6"],
  ["fidelities", "faithful minor_shift distorted unsupported not_checked"],
  [
    "verifications",
    "unverified corroborated_independent corroborated_dependent disputed refuted confirmed_primary not_checkable",
  ],
  ["confidences", "low moderate high"],
];

/** Values that a link or a source has before anybody has said anything; each must be in its list. */
export const startingValues = [
  ["acts", "statement"],
  ["directnesses", "indirect"],
  ["cueStances", "neutral"],
  ["polarities", "positive"],
  ["attributionStatuses", "not_stated"],
  ["channels", "not_stated"],
  ["fidelities", "not_checked"],
  ["verifications", "unverified"],
  ["sourceTypes", "unknown"],
] as const;
