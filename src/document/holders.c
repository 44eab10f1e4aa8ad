#include "document/holders.h"

#include <glib/gi18n-lib.h>

#include "document/search-text.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

#define BRIEFLY_NAMED 2u

struct _MisHolders
{
  MisWorld *world;
  guint area;
  GStrv brief; /* of "no goal", then of each goal; NULL before somebody asks */
  GStrv full;
  GStrv folded; /* the full ones: a search asks for each goal in very many pairs */
};

/* Those who hold one goal: how many groups, and the first of them. */
typedef struct
{
  guint n;
  const char *names[MIS_HOLDERS_NAMED];
} Side;

MisHolders *
mis_holders_new (MisWorld *world, guint area)
{
  MisHolders *self;

  g_return_val_if_fail (area < mis_world_get_n_areas (world), NULL);

  self = g_rc_box_new0 (MisHolders);
  self->world = mis_world_ref (world);
  self->area = area;
  return self;
}

MisHolders *
mis_holders_ref (MisHolders *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (MisHolders *self)
{
  mis_world_unref (self->world);
  g_strfreev (self->brief);
  g_strfreev (self->full);
  g_strfreev (self->folded);
}

void
mis_holders_unref (MisHolders *self)
{
  g_rc_box_release_full (self, (GDestroyNotify)clear);
}

/* @n names, and how many are left. */
static char *
join_names (const Side *side, guint n)
{
  const char *names[MIS_HOLDERS_NAMED + 1] = { NULL };
  guint n_left = side->n - n;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < n; i++)
    names[i] = side->names[i];
  joined = g_strjoinv (", ", (GStrv)names);
  if (n_left == 0)
    return g_steal_pointer (&joined);
  /* Translators: names of groups, and how many more there are */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s and %'u more", "%s and %'u more", n_left), joined, n_left);
}

static char *
dup_brief (const Side *side)
{
  if (side->n == 0)
    return g_strdup (TEXT ("nobody"));
  return join_names (side, side->n <= BRIEFLY_NAMED ? side->n : 1);
}

static char *
dup_full (const Side *side)
{
  return side->n == 0 ? g_strdup (TEXT ("nobody"))
                      : join_names (side, MIN (side->n, MIS_HOLDERS_NAMED));
}

/* (array length=goals + 1) (transfer full): "no goal" is the first. */
static Side *
find_sides (const MisWorld *world, guint area, guint n_goals)
{
  Side *sides = g_new0 (Side, n_goals + 1);

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    {
      int goal = mis_world_get_position (world, i, area).goal;
      Side *side;

      if (goal == MIS_UNKNOWN)
        continue;
      side = &sides[goal + 1];
      if (side->n < MIS_HOLDERS_NAMED)
        side->names[side->n] = mis_world_get_agent (world, i)->name;
      side->n++;
    }
  return sides;
}

static void
look_up (MisHolders *self)
{
  guint n_goals = mis_area_get_n_goals (mis_world_get_area (self->world, self->area));
  g_autofree Side *sides = find_sides (self->world, self->area, n_goals);

  self->brief = g_new0 (char *, n_goals + 2);
  self->full = g_new0 (char *, n_goals + 2);
  self->folded = g_new0 (char *, n_goals + 2);
  for (guint i = 0; i <= n_goals; i++)
    {
      self->brief[i] = dup_brief (&sides[i]);
      self->full[i] = dup_full (&sides[i]);
      self->folded[i] = mis_search_text_fold (self->full[i]);
    }
}

const char *
mis_holders_get_words (MisHolders *self, int goal, gboolean full)
{
  g_return_val_if_fail (goal >= MIS_NO_GOAL, NULL);

  if (self->brief == NULL)
    look_up (self);
  return (full ? self->full : self->brief)[goal + 1];
}

const char *
mis_holders_get_folded (MisHolders *self, int goal)
{
  g_return_val_if_fail (goal >= MIS_NO_GOAL, NULL);

  if (self->folded == NULL)
    look_up (self);
  return self->folded[goal + 1];
}
