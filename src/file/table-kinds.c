#include "file/table-kinds.h"

#include <string.h>

#include "file/table-profile.h"

/* In the order of the kinds, one each; several words may name one thing. */
static const char *const persons[] = {
  "person",    "people",          "persons",     "humans",     "citizen",
  "citizens",  "individual",      "user",        "users",      "customer",
  "customers", "consumer",        "consumers",   "voter",      "voters",
  "resident",  "residents",       "employee",    "employees",  "worker",
  "workers",   "patient",         "patients",    "student",    "students",
  "teacher",   "driver",          "pedestrian",  "man",        "woman",
  "public",    "public at large", "individuals", "respondent", "participant",
  "expert",    "politician",      "scientist",   NULL,
};

static const char *const systems[] = {
  "ai system",
  "ai systems",
  "ai agent",
  "ai agents",
  "artificial intelligence",
  "bot",
  "bots",
  "chatbot",
  "chatbots",
  "robot",
  "robots",
  "model",
  "ai model",
  "llm",
  "language model",
  "algorithm",
  "algorithms",
  "machine",
  "machines",
  "recommender",
  "ai assistant",
  "virtual assistant",
  "autonomous vehicle",
  "software agent",
  NULL,
};

static const char *const organizations[] = {
  "organisation", "organizations", "organisations", "org",        "company",
  "companies",    "firm",          "firms",         "business",   "businesses",
  "corporation",  "enterprise",    "startup",       "start-up",   "sme",
  "industry",     "employer",      "ministry",      "ministries", "agency",
  "agencies",     "authority",     "regulator",     "regulators", "government",
  "governments",  "state",         "municipality",  "city",       "council",
  "department",   "institution",   "institute",     "university", "ngo",
  "ngos",         "nonprofit",     "non-profit",    "charity",    "foundation",
  "union",        "trade union",   "association",   "party",      "political party",
  "think tank",   "bank",          "hospital",      "school",     "court",
  "church",       "media",         "civil society", NULL,
};

static const struct
{
  MisKind kind;
  const char *const *words;
} kinds[] = {
  { MIS_KIND_HUMAN, persons },
  { MIS_KIND_AI, systems },
  { MIS_KIND_ORGANIZATION, organizations },
};

static const char *const labels[] = {
  "type",           "agent type", "type of agent",    "agent kind",
  "kind of agent",  "actor type", "type of actor",    "actor kind",
  "stakeholder",    "category",   "stakeholder type", "type of stakeholder",
  "agent category",
};

gboolean
mis_table_kind_is_own (const char *text)
{
  for (guint i = 0; mis_kinds[i].nick != NULL; i++)
    if (g_ascii_strcasecmp (text, mis_kinds[i].nick) == 0)
      return TRUE;
  return FALSE;
}

gboolean
mis_table_kind_guess (const char *text, MisKind *kind)
{
  g_autofree char *word = mis_table_fold_word (text);

  for (guint i = 0; mis_kinds[i].nick != NULL; i++)
    {
      *kind = (MisKind)i;
      if (strcmp (word, mis_kinds[i].nick) == 0)
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      *kind = kinds[i].kind;
      if (g_strv_contains (kinds[i].words, word))
        return TRUE;
    }
  *kind = MIS_KIND_OTHER;
  return FALSE;
}

static void
count_free (gpointer data)
{
  MisTableKindCount *count = data;

  g_free (count->text);
  g_free (count);
}

/* There are no more of them than known words, however they are spelt. */
static MisTableKindCount *
find_count (const GPtrArray *counts, const char *word)
{
  for (guint i = 0; i < counts->len; i++)
    {
      MisTableKindCount *count = g_ptr_array_index (counts, i);
      g_autofree char *known = mis_table_fold_word (count->text);

      if (strcmp (known, word) == 0)
        return count;
    }
  return NULL;
}

gboolean
mis_table_kind_count (GPtrArray **counts, const char *text, gsize length, MisKind *kind)
{
  g_autofree char *word = g_strndup (text, length);
  g_autofree char *folded = mis_table_fold_word (word);
  MisTableKindCount *count;

  if (!mis_table_kind_guess (word, kind))
    return FALSE;
  if (*counts == NULL)
    *counts = g_ptr_array_new_with_free_func (count_free);
  count = find_count (*counts, folded);
  if (count == NULL)
    {
      count = g_new0 (MisTableKindCount, 1);
      count->text = g_steal_pointer (&word);
      count->kind = *kind;
      g_ptr_array_add (*counts, count);
    }
  count->n++;
  return TRUE;
}

gboolean
mis_table_kind_is_label (const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (label, labels[i]) == 0)
      return TRUE;
  return FALSE;
}
