#include "app/loss-words.h"

#include <glib/gi18n.h>

/* Agents of whom one is a share that is seen to jump. */
#define FEW 50u

/* (transfer full): @words, and why, if the population is small and not all of it is in one group,
 * as was asked for. */
static char *
explain (char *words, const MisParameter *parameter, const MisWorld *world)
{
  g_autofree char *own = words;
  guint64 n = mis_world_get_population (world);

  if (n > FEW || (parameter->kind == MIS_PARAMETER_SHARE &&
                  mis_world_get_agent (world, parameter->agent)->count == n))
    return g_steal_pointer (&own);
  /* Translators: who has lost the last agent, and the number of all agents */
  return g_strdup_printf (_ ("%s With %u agents, shares are coarse: more agents make finer ones."),
                          own, (guint)n);
}

char *
mis_loss_words (const MisParameter *parameter, const MisWorld *before, const MisWorld *now)
{
  gboolean share = parameter->kind == MIS_PARAMETER_SHARE;
  guint n = MIN (mis_world_get_n_agents (before), mis_world_get_n_agents (now));
  const char *first = NULL;
  guint n_lost = 0;

  if ((!share && parameter->kind != MIS_PARAMETER_POPULATION) || before == now)
    return NULL;
  for (guint i = 0; i < n; i++)
    if (mis_world_get_agent (before, i)->count > 0 && mis_world_get_agent (now, i)->count == 0 &&
        !(share && i == parameter->agent))
      {
        first = first != NULL ? first : mis_world_get_agent (now, i)->name;
        n_lost++;
      }
  if (n_lost == 0)
    return NULL;
  if (n_lost == 1)
    return explain (g_strdup_printf (_ ("Nobody is left in “%s”."), first), parameter, now);
  return explain (
      g_strdup_printf (ngettext ("Nobody is left in “%s” and %u other group.",
                                 "Nobody is left in “%s” and %u other groups.", n_lost - 1),
                       first, n_lost - 1),
      parameter, now);
}
