#include "document/history.h"

/* One place to stand, and how we got there. */
typedef struct
{
  MisWorld *world;
  char *name;            /* NULL for the first */
  char *scenario_before; /* NULL: the base was shown */
  char *scenario_after;
  gsize size; /* bytes that it does not share with the one before it */
} Step;

struct _MisHistory
{
  GQueue steps; /* of Step, oldest first; never empty */
  GList *at;
  guint index;   /* of @at */
  gsize size;    /* of @steps */
  GQueue undone; /* of Step: what the last push has forgotten, should it be dropped */
  gboolean cut;
};

static Step *
step_new (MisWorld *world, const char *name, MisWorld *before)
{
  Step *step = g_new0 (Step, 1);

  step->world = mis_world_ref (world);
  step->name = g_strdup (name);
  step->size = before != NULL ? mis_world_get_unshared_size (world, before) : 0;
  return step;
}

static void
step_free (Step *step)
{
  mis_world_unref (step->world);
  g_free (step->name);
  g_free (step->scenario_before);
  g_free (step->scenario_after);
  g_free (step);
}

MisHistory *
mis_history_new (MisWorld *world)
{
  MisHistory *history = g_new0 (MisHistory, 1);

  g_queue_init (&history->steps);
  g_queue_init (&history->undone);
  g_queue_push_tail (&history->steps, step_new (world, NULL, NULL));
  history->at = history->steps.head;
  return history;
}

void
mis_history_free (MisHistory *history)
{
  g_queue_clear_full (&history->steps, (GDestroyNotify)step_free);
  g_queue_clear_full (&history->undone, (GDestroyNotify)step_free);
  g_free (history);
}

static Step *
get_step (const MisHistory *history)
{
  return history->at->data;
}

MisWorld *
mis_history_get_world (const MisHistory *history)
{
  return get_step (history)->world;
}

/* Takes what could be done again off the list. */
static void
set_redo_aside (MisHistory *history)
{
  g_queue_clear_full (&history->undone, (GDestroyNotify)step_free);
  while (history->steps.tail != history->at)
    {
      Step *step = g_queue_pop_tail (&history->steps);

      history->size -= step->size;
      g_queue_push_head (&history->undone, step);
    }
}

/* The other way round: there is nothing to be done again now. */
static void
bring_redo_back (MisHistory *history)
{
  Step *step;

  while ((step = g_queue_pop_head (&history->undone)) != NULL)
    {
      history->size += step->size;
      g_queue_push_tail (&history->steps, step);
    }
}

/* The world we stand at always stays. */
static void
drop_oldest (MisHistory *history)
{
  while (history->steps.head != history->at &&
         (history->steps.length > MIS_HISTORY_STEPS + 1 || history->size > MIS_HISTORY_BYTES))
    {
      Step *first;

      step_free (g_queue_pop_head (&history->steps));
      first = history->steps.head->data;
      history->size -= first->size;
      first->size = 0;
      g_clear_pointer (&first->name, g_free);
      history->index--;
      history->cut = TRUE;
    }
}

void
mis_history_push (MisHistory *history, MisWorld *world, const char *name)
{
  Step *step = step_new (world, name, mis_history_get_world (history));

  set_redo_aside (history);
  g_queue_push_tail (&history->steps, step);
  history->at = history->steps.tail;
  history->index++;
  history->size += step->size;
  drop_oldest (history);
}

void
mis_history_note_scenarios (MisHistory *history, const char *before, const char *after)
{
  Step *step = get_step (history);

  g_free (step->scenario_before);
  g_free (step->scenario_after);
  step->scenario_before = g_strdup (before);
  step->scenario_after = g_strdup (after);
}

const char *
mis_history_get_undo_scenario (const MisHistory *history)
{
  return history->at->prev != NULL ? get_step (history)->scenario_before : NULL;
}

const char *
mis_history_get_redo_scenario (const MisHistory *history)
{
  return history->at->next != NULL ? ((const Step *)history->at->next->data)->scenario_after : NULL;
}

void
mis_history_replace (MisHistory *history, MisWorld *world, const char *name)
{
  Step *step = get_step (history);
  const Step *before = history->at->prev != NULL ? history->at->prev->data : NULL;

  mis_world_ref (world);
  mis_world_unref (step->world);
  step->world = world;
  if (before == NULL)
    return;
  g_free (step->name);
  step->name = g_strdup (name);
  history->size -= step->size;
  step->size = mis_world_get_unshared_size (world, before->world);
  history->size += step->size;
}

void
mis_history_drop (MisHistory *history)
{
  Step *step = get_step (history);

  g_return_if_fail (history->steps.tail == history->at);

  if (!mis_history_undo (history))
    return;
  g_queue_pop_tail (&history->steps);
  history->size -= step->size;
  step_free (step);
  bring_redo_back (history);
}

gboolean
mis_history_undo (MisHistory *history)
{
  if (history->at->prev == NULL)
    return FALSE;
  history->at = history->at->prev;
  history->index--;
  return TRUE;
}

gboolean
mis_history_redo (MisHistory *history)
{
  if (history->at->next == NULL)
    return FALSE;
  history->at = history->at->next;
  history->index++;
  return TRUE;
}

const char *
mis_history_get_undo_name (const MisHistory *history)
{
  return history->at->prev != NULL ? get_step (history)->name : NULL;
}

const char *
mis_history_get_redo_name (const MisHistory *history)
{
  return history->at->next != NULL ? ((const Step *)history->at->next->data)->name : NULL;
}

guint
mis_history_get_n_steps (const MisHistory *history)
{
  return history->steps.length - 1;
}

guint
mis_history_get_step (const MisHistory *history)
{
  return history->index;
}

gboolean
mis_history_is_cut (const MisHistory *history)
{
  return history->cut;
}

const char *
mis_history_get_name (const MisHistory *history, guint step)
{
  const Step *found = g_queue_peek_nth ((GQueue *) &history->steps, step);

  g_return_val_if_fail (step > 0 && found != NULL, NULL);

  return found->name;
}
