#include "document/parameter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/edit.h"
#include "core/error.h"
#include "core/share.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

G_DEFINE_FINAL_TYPE (MisParameter, mis_parameter, G_TYPE_OBJECT)

static void
mis_parameter_finalize (GObject *object)
{
  g_clear_pointer (&MIS_PARAMETER (object)->holders, mis_holders_unref);
  G_OBJECT_CLASS (mis_parameter_parent_class)->finalize (object);
}

static void
mis_parameter_class_init (MisParameterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mis_parameter_finalize;
}

static void
mis_parameter_init (MisParameter *self)
{
}

MisParameter *
mis_parameter_new (MisParameterKind kind, guint agent, guint area, int g, int h)
{
  MisParameter *self = g_object_new (MIS_TYPE_PARAMETER, NULL);

  self->kind = kind;
  self->agent = agent;
  self->area = area;
  self->g = g;
  self->h = h;
  return self;
}

MisParameter *
mis_parameter_new_population (gboolean keeps_shares)
{
  MisParameter *self = mis_parameter_new (MIS_PARAMETER_POPULATION, 0, 0, 0, 0);

  self->keeps_shares = keeps_shares;
  return self;
}

MisParameter *
mis_parameter_new_section (MisParameterSection section, guint index)
{
  MisParameter *self = mis_parameter_new (MIS_PARAMETER_SECTION, 0, 0, 0, 0);

  self->section = section;
  if (section == MIS_SECTION_AGENT)
    self->agent = index;
  else if (section == MIS_SECTION_AREA)
    self->area = index;
  return self;
}

MisParameter *
mis_parameter_new_conflict (guint area, int g, int h, MisHolders *holders)
{
  MisParameter *self = mis_parameter_new (MIS_PARAMETER_CONFLICT, 0, area, g, h);

  self->holders = mis_holders_ref (holders);
  return self;
}

static gboolean
has_agent (const MisParameter *self)
{
  return self->kind == MIS_PARAMETER_SHARE || self->kind == MIS_PARAMETER_COUNT
         || self->kind == MIS_PARAMETER_WEIGHT
         || (self->kind == MIS_PARAMETER_SECTION && self->section == MIS_SECTION_AGENT);
}

static gboolean
has_area (const MisParameter *self)
{
  return self->kind == MIS_PARAMETER_WEIGHT || self->kind == MIS_PARAMETER_AREA_CONFLICT
         || self->kind == MIS_PARAMETER_CONFLICT
         || (self->kind == MIS_PARAMETER_SECTION && self->section == MIS_SECTION_AREA);
}

gboolean
mis_parameter_exists (const MisParameter *self, const MisWorld *world)
{
  if (has_agent (self) && self->agent >= mis_world_get_n_agents (world))
    return FALSE;
  if (has_area (self) && self->area >= mis_world_get_n_areas (world))
    return FALSE;
  return self->kind != MIS_PARAMETER_CONFLICT
         || self->h < (int) mis_area_get_n_goals (mis_world_get_area (world, self->area));
}

/* The mean over all pairs of explicit goals. */
static double
mean_conflict (const MisArea *area)
{
  double k = mis_area_get_n_goals (area);
  double n_pairs = k * (k - 1.0) / 2.0;
  guint n_conflicts, n_listed = 0;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n_conflicts);
  double sum = 0.0;

  if (n_pairs <= 0.0)
    return 0.0;
  for (guint i = 0; i < n_conflicts; i++)
    if (conflicts[i].g != MIS_NO_GOAL)
      {
        sum += conflicts[i].value;
        n_listed++;
      }
  if (n_listed == 0)
    return mis_area_get_default_conflict (area);
  return (sum + mis_area_get_default_conflict (area) * (n_pairs - n_listed)) / n_pairs;
}

double
mis_parameter_get_value (const MisParameter *self, const MisWorld *world)
{
  double n = (double) mis_world_get_population (world);

  g_return_val_if_fail (mis_parameter_exists (self, world), 0.0);

  switch (self->kind)
    {
    case MIS_PARAMETER_POPULATION:
      return n;
    case MIS_PARAMETER_SHARE:
      return n > 0.0 ? (double) mis_world_get_agent (world, self->agent)->count / n : 0.0;
    case MIS_PARAMETER_COUNT:
      return (double) mis_world_get_agent (world, self->agent)->count;
    case MIS_PARAMETER_WEIGHT:
      return mis_world_get_position (world, self->agent, self->area).weight;
    case MIS_PARAMETER_AREA_CONFLICT:
      return mean_conflict (mis_world_get_area (world, self->area));
    case MIS_PARAMETER_CONFLICT:
      return mis_area_get_conflict (mis_world_get_area (world, self->area), self->g, self->h).value;
    case MIS_PARAMETER_SECTION:
    default:
      return 0.0;
    }
}

gboolean
mis_parameter_is_count (const MisParameter *self)
{
  return self->kind == MIS_PARAMETER_POPULATION || self->kind == MIS_PARAMETER_COUNT;
}

/* The first of 10, 20, 50, 100... that leaves room above @value. */
static double
get_round_end (double value)
{
  const double steps[] = { 2.0, 2.5, 2.0 };
  double end = 10.0;

  for (guint i = 0; end < 2.0 * value; i = (i + 1) % G_N_ELEMENTS (steps))
    end *= steps[i];
  return end;
}

double
mis_parameter_get_upper (const MisParameter *self, const MisWorld *world, const MisWorld *opened)
{
  double value, end;

  if (!mis_parameter_is_count (self))
    return 1.0;
  value = mis_parameter_get_value (self, world);
  end = get_round_end (mis_parameter_exists (self, opened) ? mis_parameter_get_value (self, opened)
                                                           : 0.0);
  return value <= end ? end : get_round_end (value);
}

static const char *
get_goal_name (const MisParameter *self, const MisWorld *world, int goal)
{
  return mis_area_get_goal_name (mis_world_get_area (world, self->area), goal);
}

static const char *
get_area_name (const MisParameter *self, const MisWorld *world)
{
  return mis_area_get_name (mis_world_get_area (world, self->area));
}

static const char *
get_agent_name (const MisParameter *self, const MisWorld *world)
{
  return mis_world_get_agent (world, self->agent)->name;
}

static char *
dup_section_label (const MisParameter *self, const MisWorld *world)
{
  switch (self->section)
    {
    case MIS_SECTION_POPULATION: return g_strdup (TEXT ("Population"));
    case MIS_SECTION_WEIGHTS: return g_strdup (TEXT ("Weights"));
    case MIS_SECTION_CONFLICTS: return g_strdup (TEXT ("Conflicts"));
    case MIS_SECTION_AGENT: return g_strdup (get_agent_name (self, world));
    case MIS_SECTION_AREA: return g_strdup (get_area_name (self, world));
    case MIS_SECTION_ALL: return g_strdup (TEXT ("All numbers"));
    default: g_return_val_if_reached (g_strdup (""));
    }
}

char *
mis_parameter_dup_label (const MisParameter *self, const MisWorld *world)
{
  switch (self->kind)
    {
    case MIS_PARAMETER_POPULATION:
      return g_strdup (TEXT ("All agents"));
    case MIS_PARAMETER_SHARE:
    case MIS_PARAMETER_COUNT:
      return g_strdup (get_agent_name (self, world));
    case MIS_PARAMETER_WEIGHT:
      return g_strdup (get_area_name (self, world));
    case MIS_PARAMETER_AREA_CONFLICT:
      return g_strdup (TEXT ("All pairs of goals"));
    case MIS_PARAMETER_CONFLICT:
      /* Translators: two goals that may be in conflict, below one another */
      return g_strdup_printf (TEXT ("%s\nagainst %s"), get_goal_name (self, world, self->g),
                              get_goal_name (self, world, self->h));
    case MIS_PARAMETER_SECTION:
    default:
      return dup_section_label (self, world);
    }
}

static char *
dup_holders (const MisParameter *self, MisWorld *world, gboolean full)
{
  g_autoptr (MisHolders) holders = self->holders != NULL ? mis_holders_ref (self->holders)
                                                         : mis_holders_new (world, self->area);

  /* Translators: who holds the one, and who the other of two goals */
  return g_strdup_printf (TEXT ("%s – %s"), mis_holders_get_words (holders, self->g, full),
                          mis_holders_get_words (holders, self->h, full));
}

/* One number for many: it is their mean, and moving it makes them equal. */
static char *
dup_number_of_pairs (const MisParameter *self, const MisWorld *world)
{
  guint k = mis_area_get_n_goals (mis_world_get_area (world, self->area));
  guint n = k > 0 ? k * (k - 1) / 2 : 0;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Mean of %u pair; sets it",
                                       "Mean of %u pairs; sets them all", n),
                          n);
}

char *
mis_parameter_dup_full_detail (const MisParameter *self, MisWorld *world)
{
  return self->kind == MIS_PARAMETER_CONFLICT ? dup_holders (self, world, TRUE)
                                              : mis_parameter_dup_detail (self, world);
}

char *
mis_parameter_dup_detail (const MisParameter *self, MisWorld *world)
{
  if (self->kind == MIS_PARAMETER_WEIGHT)
    {
      MisPosition position = mis_world_get_position (world, self->agent, self->area);

      return g_strdup (get_goal_name (self, world, position.goal));
    }
  if (self->kind == MIS_PARAMETER_CONFLICT)
    return dup_holders (self, world, FALSE);
  if (self->kind == MIS_PARAMETER_AREA_CONFLICT)
    return dup_number_of_pairs (self, world);
  if (self->kind == MIS_PARAMETER_SECTION && self->section == MIS_SECTION_WEIGHTS)
    return g_strdup (TEXT ("How much each group cares"));
  if (self->kind == MIS_PARAMETER_SECTION && self->section == MIS_SECTION_CONFLICTS)
    return g_strdup (TEXT ("How likely two goals clash"));
  if (self->kind == MIS_PARAMETER_SECTION && self->section == MIS_SECTION_POPULATION)
    return g_strdup (TEXT ("Who and how many"));
  return g_strdup ("");
}

char *
mis_parameter_dup_name (const MisParameter *self, const MisWorld *world)
{
  g_autofree char *label = mis_parameter_dup_label (self, world);

  switch (self->kind)
    {
    case MIS_PARAMETER_SHARE:
      return g_strdup_printf (TEXT ("Share of %s"), label);
    case MIS_PARAMETER_COUNT:
      return g_strdup_printf (TEXT ("Count of %s"), label);
    case MIS_PARAMETER_WEIGHT:
      return g_strdup_printf (TEXT ("Weight of %s in %s"), get_agent_name (self, world), label);
    case MIS_PARAMETER_AREA_CONFLICT:
      return g_strdup_printf (TEXT ("Conflict of all goals in %s"), get_area_name (self, world));
    case MIS_PARAMETER_CONFLICT:
      return g_strdup_printf (TEXT ("Conflict in %s: %s against %s"), get_area_name (self, world),
                              get_goal_name (self, world, self->g),
                              get_goal_name (self, world, self->h));
    case MIS_PARAMETER_POPULATION:
    case MIS_PARAMETER_SECTION:
    default:
      return g_steal_pointer (&label);
    }
}

/* A number of agents that a user typed: whole, and countable. */
static gboolean
check_whole (double value, GError **error)
{
  if (value >= 0.0 && value <= 9007199254740991.0 && floor (value) == value)
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE, "%s",
               TEXT ("A number of agents is whole and not below 0."));
  return FALSE;
}

static gboolean
check_fraction (double value, GError **error)
{
  if (value >= 0.0 && value <= 1.0)
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE, "%s",
               /* xgettext:no-c-format */
               TEXT ("A number from 0 to 1 is expected, or from 0\u202f% to 100\u202f%."));
  return FALSE;
}

gboolean
mis_parameter_check_unlocked (const MisParameter *self,
                              const MisWorld *world,
                              const gboolean *locked,
                              GError **error)
{
  guint n_agents = mis_world_get_n_agents (world);
  gboolean all = self->kind == MIS_PARAMETER_POPULATION;

  if (!all && self->kind != MIS_PARAMETER_SHARE)
    return TRUE;
  /* All of them can be more or fewer in the shares that they have. */
  if (self->keeps_shares && mis_world_get_population (world) > 0)
    return TRUE;
  for (guint i = 0; i < n_agents; i++)
    if ((all || i != self->agent) && (locked == NULL || !locked[i]))
      return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_RANGE, "%s",
               all ? TEXT ("All groups are locked. Unlock one to change this.")
               : n_agents > 1 ? TEXT ("All other groups are locked. Unlock one to change this.")
                            : TEXT ("There is no other group whose share could change."));
  return FALSE;
}

MisWorld *
mis_parameter_apply (const MisParameter *self,
                 MisWorld *base,
                 double value,
                 const gboolean *locked,
                 GError **error)
{
  g_return_val_if_fail (mis_parameter_exists (self, base), NULL);

  if (mis_parameter_is_count (self) ? !check_whole (value, error) : !check_fraction (value, error))
    return NULL;
  if (!mis_parameter_check_unlocked (self, base, locked, error))
    return NULL;
  switch (self->kind)
    {
    case MIS_PARAMETER_POPULATION:
      return self->keeps_shares
                 ? mis_world_with_population_in_shares (base, (guint64) value, locked, error)
                 : mis_world_with_population (base, (guint64) value, locked, error);
    case MIS_PARAMETER_SHARE:
      return mis_world_with_share (base, self->agent, value, locked, error);
    case MIS_PARAMETER_COUNT:
      return mis_world_with_count (base, self->agent, (guint64) value, error);
    case MIS_PARAMETER_WEIGHT:
      return mis_world_with_weight (base, self->agent, self->area, value, error);
    case MIS_PARAMETER_AREA_CONFLICT:
      return mis_world_with_uniform_conflict (base, self->area, value, error);
    case MIS_PARAMETER_CONFLICT:
      return mis_world_with_conflict (base, self->area, self->g, self->h, value, error);
    case MIS_PARAMETER_SECTION:
    default:
      g_return_val_if_reached (NULL);
    }
}
