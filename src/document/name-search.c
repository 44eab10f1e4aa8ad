#include "document/name-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/search-text.h"

/* Of a note so much is shown, around what was found. */
#define NOTE_CHARS 80

/* What is gone through, one after the other. */
typedef enum
{
  AT_PROJECT,
  AT_AREAS,
  AT_AGENTS,
  AT_SCENARIOS,
  AT_EXPERIMENTS,
  AT_END,
} Stage;

struct _MisNameSearch
{
  MisWorld *world;
  MisWorld *project;
  char **words; /* folded */
  Stage stage;
  guint next; /* in this stage */
  GPtrArray *matches[MIS_N_NAMED];
  guint counts[MIS_N_NAMED];
};

static void
match_free (MisNameMatch *match)
{
  g_free (match->name);
  g_free (match->detail);
  g_free (match->place);
  g_free (match);
}

static gboolean
is_match (const MisNameSearch *self, const char *text)
{
  g_autofree char *folded = NULL;

  if (text == NULL || *text == '\0')
    return FALSE;
  folded = mis_search_text_fold (text);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* (transfer full): the beginning of a text, in one line. */
static char *
shorten (const char *text)
{
  gboolean long_one = g_utf8_strlen (text, -1) > NOTE_CHARS;
  g_autofree char *start = long_one ? g_utf8_substring (text, 0, NOTE_CHARS) : g_strdup (text);

  g_strdelimit (start, "\n\t", ' ');
  return long_one ? g_strconcat (start, "…", NULL) : g_steal_pointer (&start);
}

/* What begins as somebody types is probably meant. */
static guint
get_rank (const MisNameSearch *self, const char *name)
{
  g_autofree char *folded = mis_search_text_fold (name);

  if (!is_match (self, name))
    return 2;
  return g_str_has_prefix (folded, self->words[0]) ? 0 : 1;
}

static guint
get_rank_at (const GPtrArray *matches, guint i)
{
  return ((const MisNameMatch *)matches->pdata[i])->rank;
}

static gboolean
has_room (const GPtrArray *matches, guint rank)
{
  return matches->len < MIS_NAME_MATCHES || get_rank_at (matches, matches->len - 1) > rank;
}

/* Behind those that are as good; the last goes if there are too many. */
static void
insert (GPtrArray *matches, MisNameMatch *match)
{
  guint i = matches->len;

  while (i > 0 && get_rank_at (matches, i - 1) > match->rank)
    i--;
  g_ptr_array_insert (matches, (int)i, match);
  if (matches->len > MIS_NAME_MATCHES)
    g_ptr_array_set_size (matches, (int)MIS_NAME_MATCHES);
}

static void G_GNUC_PRINTF (5, 6) add (MisNameSearch *self,
                                      MisNamed kind,
                                      const char *name,
                                      const char *detail,
                                      const char *place,
                                      ...)
{
  guint rank = get_rank (self, name);
  MisNameMatch *match;
  va_list arguments;

  self->counts[kind]++;
  if (!has_room (self->matches[kind], rank))
    return;
  match = g_new0 (MisNameMatch, 1);
  match->rank = rank;
  match->name = shorten (name);
  match->detail = g_strdup (detail);
  va_start (arguments, place);
  match->place = g_strdup_vprintf (place, arguments);
  va_end (arguments);
  insert (self->matches[kind], match);
}

/* (transfer none) (nullable): the text of @note that matches: note or source. */
static const char *
find_in_note (const MisNameSearch *self, const MisNote *note)
{
  if (note == NULL)
    return NULL;
  if (is_match (self, note->note))
    return note->note;
  return is_match (self, note->source) ? note->source : NULL;
}

static void
look_at_project (MisNameSearch *self)
{
  const char *description = mis_world_get_description (self->world);

  if (is_match (self, mis_world_get_title (self->world)))
    add (self, MIS_NAMED_PROJECT, mis_world_get_title (self->world), NULL, "project");
  else if (is_match (self, description))
    add (self, MIS_NAMED_NOTE, description, mis_world_get_title (self->world), "project");
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    {
      const char *label = g_dgettext (GETTEXT_PACKAGE, mis_options[i].label);

      if (is_match (self, label))
        add (self, MIS_NAMED_OPTION, label, NULL, "options");
    }
}

static void
look_at_goals (MisNameSearch *self, guint index)
{
  MisArea *area = mis_world_get_area (self->world, index);

  for (guint i = 0; i < mis_area_get_n_goals (area); i++)
    {
      const MisGoal *goal = mis_area_get_goal (area, i);

      if (is_match (self, goal->name))
        add (self, MIS_NAMED_GOAL, goal->name, mis_area_get_name (area), "areas[%u].goals[%u]",
             index, i);
      else if (is_match (self, goal->description))
        add (self, MIS_NAMED_NOTE, goal->description, goal->name, "areas[%u].goals[%u]", index, i);
    }
}

static void
look_at_conflicts (MisNameSearch *self, guint index)
{
  MisArea *area = mis_world_get_area (self->world, index);
  guint n;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *text = find_in_note (self, conflicts[i].note);

      if (text != NULL)
        add (self, MIS_NAMED_NOTE, text, mis_area_get_name (area), "areas[%u]", index);
    }
}

static void
look_at_area (MisNameSearch *self, guint index)
{
  MisArea *area = mis_world_get_area (self->world, index);

  if (is_match (self, mis_area_get_name (area)))
    add (self, MIS_NAMED_AREA, mis_area_get_name (area), NULL, "areas[%u]", index);
  else if (is_match (self, mis_area_get_description (area)))
    add (self, MIS_NAMED_NOTE, mis_area_get_description (area), mis_area_get_name (area),
         "areas[%u]", index);
  look_at_goals (self, index);
  look_at_conflicts (self, index);
}

static void
look_at_position (MisNameSearch *self, const MisAgent *agent, guint row, guint area)
{
  MisPosition position = mis_world_get_position (self->world, row, area);
  const char *text = position.goal != MIS_UNKNOWN ? find_in_note (self, position.note) : NULL;
  g_autofree char *about = NULL;

  if (text == NULL)
    return;
  about = g_strdup_printf ("%s – %s", agent->name,
                           mis_area_get_name (mis_world_get_area (self->world, area)));
  add (self, MIS_NAMED_NOTE, text, about, "agents[%u].areas[%u]", row, area);
}

static void
look_at_agent (MisNameSearch *self, guint row)
{
  const MisAgent *agent = mis_world_get_agent (self->world, row);

  if (is_match (self, agent->name) || is_match (self, agent->principal))
    add (self, MIS_NAMED_AGENT, agent->name, agent->principal, "agents[%u]", row);
  if (is_match (self, agent->note))
    add (self, MIS_NAMED_NOTE, agent->note, agent->name, "agents[%u]", row);
  for (guint i = 0; i < mis_world_get_n_areas (self->world); i++)
    look_at_position (self, agent, row, i);
}

static void
look_at_scenario (MisNameSearch *self, guint index)
{
  const MisScenario *scenario = mis_world_get_scenario (self->project, index);

  if (is_match (self, scenario->name))
    add (self, MIS_NAMED_SCENARIO, scenario->name, NULL, "scenarios/%s", scenario->id);
  else if (is_match (self, scenario->description))
    add (self, MIS_NAMED_NOTE, scenario->description, scenario->name, "scenarios/%s",
         scenario->id);
}

static void
look_at_experiment (MisNameSearch *self, guint index)
{
  const MisExperiment *experiment = mis_world_get_experiment (self->project, index);

  if (is_match (self, experiment->title))
    add (self, MIS_NAMED_EXPERIMENT, experiment->title, NULL, "experiments/%s", experiment->id);
}

static void
look (MisNameSearch *self, guint index)
{
  switch (self->stage)
    {
    case AT_PROJECT:
      look_at_project (self);
      break;
    case AT_AREAS:
      look_at_area (self, index);
      break;
    case AT_AGENTS:
      look_at_agent (self, index);
      break;
    case AT_SCENARIOS:
      look_at_scenario (self, index);
      break;
    case AT_EXPERIMENTS:
      look_at_experiment (self, index);
      break;
    case AT_END:
      g_assert_not_reached ();
    }
}

static guint
measure (const MisNameSearch *self)
{
  switch (self->stage)
    {
    case AT_PROJECT:
      return 1;
    case AT_AREAS:
      return mis_world_get_n_areas (self->world);
    case AT_AGENTS:
      return mis_world_get_n_agents (self->world);
    case AT_SCENARIOS:
      return mis_world_get_n_scenarios (self->project);
    case AT_EXPERIMENTS:
      return mis_world_get_n_experiments (self->project);
    case AT_END:
    default:
      return 0;
    }
}

MisNameSearch *
mis_name_search_new (MisWorld *world, MisWorld *project, const char *text)
{
  MisNameSearch *self = g_new0 (MisNameSearch, 1);
  g_autofree char *folded = g_strstrip (mis_search_text_fold (text));

  self->world = mis_world_ref (world);
  self->project = mis_world_ref (project);
  self->words = g_strsplit_set (folded, " \t\n", -1);
  self->stage = *folded != '\0' ? AT_PROJECT : AT_END;
  for (guint i = 0; i < MIS_N_NAMED; i++)
    self->matches[i] = g_ptr_array_new_with_free_func ((GDestroyNotify)match_free);
  return self;
}

void
mis_name_search_free (MisNameSearch *self)
{
  mis_world_unref (self->world);
  mis_world_unref (self->project);
  g_strfreev (self->words);
  for (guint i = 0; i < MIS_N_NAMED; i++)
    g_ptr_array_unref (self->matches[i]);
  g_free (self);
}

gboolean
mis_name_search_look (MisNameSearch *self, guint n)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < n && self->stage != AT_END;)
    if (self->next < measure (self))
      {
        look (self, self->next++);
        i++;
      }
    else
      {
        self->stage++;
        self->next = 0;
      }
  return self->stage != AT_END;
}

GPtrArray *
mis_name_search_get_matches (MisNameSearch *self, MisNamed kind)
{
  g_return_val_if_fail (self != NULL && kind < MIS_N_NAMED, NULL);

  return self->matches[kind];
}

guint
mis_name_search_count (MisNameSearch *self, MisNamed kind)
{
  g_return_val_if_fail (self != NULL && kind < MIS_N_NAMED, 0);

  return self->counts[kind];
}
