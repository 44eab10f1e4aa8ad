#include "document/move.h"

#include "core/edit.h"
#include "core/restore.h"
#include "document/document-private.h"
#include "document/set-range.h"

/* Whether others follow, in proportion. */
static gboolean
takes_others_along (const MisParameter *parameter)
{
  return parameter->kind == MIS_PARAMETER_POPULATION || parameter->kind == MIS_PARAMETER_SHARE;
}

/* (nullable): @base with the counts of before @parameter moved first; %NULL unless that movement,
 * under the locks of now, is all that has happened to the counts. */
static MisWorld *
go_back (MisDocument *self, const MisParameter *parameter, MisWorld *base)
{
  const MisOrigin *origin = mis_document_get_origin (self);
  g_autoptr (MisWorld) first = NULL;
  g_autoptr (MisWorld) again = NULL;

  if (origin->world == NULL || origin->kind != parameter->kind ||
      origin->agent != parameter->agent || !mis_world_has_same_shape (origin->world, base))
    return NULL;
  /* All steps of a drag have the same base. */
  if (origin->base == base)
    return mis_world_ref (origin->world);
  first = mis_world_with_counts_of (base, origin->world);
  again = mis_parameter_apply (parameter, first, mis_parameter_get_value (parameter, base),
                               mis_document_get_locks (self), NULL);
  if (again == NULL || !mis_world_has_same_counts (again, base))
    return NULL;
  return g_steal_pointer (&first);
}

/* @moved, unless that is @base again: what changes nothing is no step. The two differ in counts
 * only. */
static MisWorld *
settle (MisWorld *moved, MisWorld *base)
{
  return mis_world_ref (mis_world_has_same_counts (moved, base) ? base : moved);
}

/* Notes from where @parameter moves, if it moves anybody. */
static void
set_origin (MisDocument *self, const MisParameter *parameter, MisWorld *from, MisWorld *to)
{
  MisOrigin *origin = mis_document_get_origin (self);
  MisWorld *base = mis_document_get_base_world (self);
  gboolean moves_agents = takes_others_along (parameter) || parameter->kind == MIS_PARAMETER_COUNT;

  if (!moves_agents || to == base)
    return;
  mis_world_ref (from);
  g_clear_pointer (&origin->world, mis_world_unref);
  g_clear_pointer (&origin->base, mis_world_unref);
  *origin = (MisOrigin) { from, mis_world_ref (base), parameter->kind, parameter->agent };
}

gboolean
mis_document_move (MisDocument *self, const MisParameter *parameter, double value, GError **error)
{
  MisWorld *base;
  g_autoptr (MisWorld) from = NULL;
  g_autoptr (MisWorld) moved = NULL;
  g_autoptr (MisWorld) to = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  base = mis_document_get_base_world (self);
  from = takes_others_along (parameter) ? go_back (self, parameter, base) : NULL;
  if (from == NULL)
    from = mis_world_ref (base);
  moved = mis_parameter_apply (parameter, from, value, mis_document_get_locks (self), error);
  if (moved == NULL)
    return FALSE;
  to = from != base ? settle (moved, base)
                    : mis_document_keep_set_range (self, parameter, base, moved);
  set_origin (self, parameter, from, to);
  name = mis_parameter_dup_action (parameter, to);
  mis_document_edit (self, to, name);
  return TRUE;
}

gboolean
mis_document_reset (MisDocument *self, const MisParameter *parameter, GError **error)
{
  g_autoptr (MisWorld) back = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  mis_document_end_gesture (self);
  back = mis_parameter_reset (parameter, mis_document_get_world (self),
                              mis_document_get_opened_world (self), mis_document_get_locks (self),
                              error);
  if (back == NULL)
    return FALSE;
  mis_document_forget_set_range (self, parameter);
  name = mis_parameter_dup_reset_action (parameter, back);
  mis_document_edit (self, back, name);
  return TRUE;
}

/* As mis_share_is_changed(), in O(1) as long as the number of agents is the same. */
static gboolean
is_share_changed (MisDocument *self, guint agent)
{
  const MisWorld *world = mis_document_get_world (self);
  const guint64 *goals = mis_document_get_goals (self);

  return goals != NULL
         && mis_world_has_same_shape (world, mis_document_get_opened_world (self))
         && mis_world_get_agent (world, agent)->count != goals[agent];
}

gboolean
mis_document_is_changed (MisDocument *self, const MisParameter *parameter)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  if (parameter->kind == MIS_PARAMETER_SHARE)
    return is_share_changed (self, parameter->agent);
  return mis_parameter_is_changed (parameter, mis_document_get_world (self),
                                   mis_document_get_opened_world (self));
}
