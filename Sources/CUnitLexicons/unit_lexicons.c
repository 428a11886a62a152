#include "unit_lexicons.h"

// #embed is of C23, and older standards have it as an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

// The files are taken in as they are, so that a change of words needs no generator. One line a file, in both lists.

static const unsigned char appointment_verbs[] = {
#embed "words/appointment-verbs.tsv"
};
static const unsigned char bare_governments[] = {
#embed "words/bare-governments.tsv"
};
static const unsigned char common_places[] = {
#embed "words/common-places.tsv"
};
static const unsigned char company_trades[] = {
#embed "words/company-trades.tsv"
};
static const unsigned char departments[] = {
#embed "words/departments.tsv"
};
static const unsigned char duty_list_ends[] = {
#embed "words/duty-list-ends.tsv"
};
static const unsigned char duty_not_names[] = {
#embed "words/duty-not-names.tsv"
};
static const unsigned char duty_post_ranks[] = {
#embed "words/duty-post-ranks.tsv"
};
static const unsigned char duty_posts[] = {
#embed "words/duty-posts.tsv"
};
static const unsigned char duty_verbs[] = {
#embed "words/duty-verbs.tsv"
};
static const unsigned char first_place_fillers[] = {
#embed "words/first-place-fillers.tsv"
};
static const unsigned char first_places[] = {
#embed "words/first-places.tsv"
};
static const unsigned char from_here_verbs[] = {
#embed "words/from-here-verbs.tsv"
};
static const unsigned char group_openers[] = {
#embed "words/group-openers.tsv"
};
static const unsigned char jurisdictions[] = {
#embed "words/jurisdictions.tsv"
};
static const unsigned char leads[] = {
#embed "words/leads.tsv"
};
static const unsigned char no_leads[] = {
#embed "words/no-leads.tsv"
};
static const unsigned char not_in_units[] = {
#embed "words/not-in-units.tsv"
};
static const unsigned char not_jurisdictions[] = {
#embed "words/not-jurisdictions.tsv"
};
static const unsigned char note_openers[] = {
#embed "words/note-openers.tsv"
};
static const unsigned char other_labels[] = {
#embed "words/other-labels.tsv"
};
static const unsigned char party_organs[] = {
#embed "words/party-organs.tsv"
};
static const unsigned char place_kinds[] = {
#embed "words/place-kinds.tsv"
};
static const unsigned char predicates[] = {
#embed "words/predicates.tsv"
};
static const unsigned char role_adverbs[] = {
#embed "words/role-adverbs.tsv"
};
static const unsigned char role_label_openers[] = {
#embed "words/role-label-openers.tsv"
};
static const unsigned char role_labels[] = {
#embed "words/role-labels.tsv"
};
static const unsigned char role_notes[] = {
#embed "words/role-notes.tsv"
};
static const unsigned char role_verbs[] = {
#embed "words/role-verbs.tsv"
};
static const unsigned char statement_openers[] = {
#embed "words/statement-openers.tsv"
};
static const unsigned char surnames[] = {
#embed "words/surnames.tsv"
};
static const unsigned char unit_endings[] = {
#embed "words/unit-endings.tsv"
};
static const unsigned char unit_openers[] = {
#embed "words/unit-openers.tsv"
};

#define LEXICON(file, array) {file, array, sizeof(array)}

static const struct unit_lexicon lexicons[] = {
    LEXICON("appointment-verbs", appointment_verbs),
    LEXICON("bare-governments", bare_governments),
    LEXICON("common-places", common_places),
    LEXICON("company-trades", company_trades),
    LEXICON("departments", departments),
    LEXICON("duty-list-ends", duty_list_ends),
    LEXICON("duty-not-names", duty_not_names),
    LEXICON("duty-post-ranks", duty_post_ranks),
    LEXICON("duty-posts", duty_posts),
    LEXICON("duty-verbs", duty_verbs),
    LEXICON("first-place-fillers", first_place_fillers),
    LEXICON("first-places", first_places),
    LEXICON("from-here-verbs", from_here_verbs),
    LEXICON("group-openers", group_openers),
    LEXICON("jurisdictions", jurisdictions),
    LEXICON("leads", leads),
    LEXICON("no-leads", no_leads),
    LEXICON("not-in-units", not_in_units),
    LEXICON("not-jurisdictions", not_jurisdictions),
    LEXICON("note-openers", note_openers),
    LEXICON("other-labels", other_labels),
    LEXICON("party-organs", party_organs),
    LEXICON("place-kinds", place_kinds),
    LEXICON("predicates", predicates),
    LEXICON("role-adverbs", role_adverbs),
    LEXICON("role-label-openers", role_label_openers),
    LEXICON("role-labels", role_labels),
    LEXICON("role-notes", role_notes),
    LEXICON("role-verbs", role_verbs),
    LEXICON("statement-openers", statement_openers),
    LEXICON("surnames", surnames),
    LEXICON("unit-endings", unit_endings),
    LEXICON("unit-openers", unit_openers),
};

size_t unit_lexicons_count(void) { return sizeof(lexicons) / sizeof(lexicons[0]); }

struct unit_lexicon unit_lexicons_at(size_t index) { return lexicons[index]; }
