#include "cli/progress.h"

#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "sim/runner.h"

#define INTERVAL 200 /* milliseconds */
#define SILENCE 500000 /* microseconds */
#define ERASE "\r\033[K"

typedef struct
{
  MisEngine *engine;
  guint n_threads;
  const char *name;
  int done; /* atomic */
  gint64 start;
  gboolean was_shown;
  GMainLoop *loop;
} Progress;

static void
run_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Progress *self = data;

  g_task_return_pointer (task,
                         mis_runner_run (self->engine, self->n_threads, &self->done, NULL, NULL),
                         (GDestroyNotify) mis_figure_data_unref);
}

static gboolean
show_cb (gpointer data)
{
  Progress *self = data;
  double done = (double) g_atomic_int_get (&self->done) / mis_runner_count (self->engine);
  gint64 spent = g_get_monotonic_time () - self->start;

  if (spent < SILENCE || done <= 0.0)
    return G_SOURCE_CONTINUE;
  self->was_shown = TRUE;
  /* Translators: what is run, how much of it is done, and the time that the rest takes */
  g_printerr (ERASE);
  g_printerr (_("%s: %.0f %%, about %.0f s left"), self->name, 100.0 * done,
              (double) spent / G_USEC_PER_SEC * (1.0 - done) / done);
  return G_SOURCE_CONTINUE;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Progress *self = data;

  g_main_loop_quit (self->loop);
}

static MisFigureData *
run_and_show (Progress *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, done_cb, self);
  guint timer = g_timeout_add (INTERVAL, show_cb, self);

  self->loop = g_main_loop_new (NULL, FALSE);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, run_cb);
  g_main_loop_run (self->loop);
  g_source_remove (timer);
  g_main_loop_unref (self->loop);
  if (self->was_shown)
    g_printerr (ERASE);
  return g_task_propagate_pointer (task, NULL);
}

MisFigureData *
mis_progress_run (MisEngine *engine, guint n_threads, const char *name)
{
  Progress self = {
    .engine = engine,
    .n_threads = n_threads,
    .name = name,
    .start = g_get_monotonic_time (),
  };

  return isatty (STDERR_FILENO) ? run_and_show (&self)
                                : mis_runner_run (engine, n_threads, NULL, NULL, NULL);
}

void
mis_progress_show_step (const char *name, const char *what, guint step, guint n_steps)
{
  if (!isatty (STDERR_FILENO))
    return;
  g_printerr (ERASE);
  /* Translators: a file, what is found out about it, and how far that has come: 3 of 9 */
  g_printerr (_("%s: %s (%u of %u) …"), name, what, step, n_steps);
}

void
mis_progress_end_steps (void)
{
  if (isatty (STDERR_FILENO))
    g_printerr (ERASE);
}

/* A step that is followed. */
typedef struct
{
  char *line; /* what is being done, and which step of how many that is */
  const MisReachProgress *progress;
  void (*work) (gpointer data);
  gpointer data;
  gint64 start;
  GMainLoop *loop;
} Step;

static void
work_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Step *self = data;

  self->work (self->data);
  g_task_return_boolean (task, TRUE);
}

static double
get_part (const MisReachProgress *progress)
{
  gint total = g_atomic_int_get (&progress->total);

  return total > 0 ? (double) g_atomic_int_get (&progress->done) / total : 0.0;
}

/* How long the first search takes is known when some of it is done; how many follow is not. */
static gboolean
follow_cb (gpointer data)
{
  Step *self = data;
  gint pass = g_atomic_int_get (&self->progress->pass);
  double part = CLAMP (get_part (self->progress), 0.0, 1.0);
  double spent = (double) (g_get_monotonic_time () - self->start);

  g_printerr (ERASE);
  if (pass > 1)
    /* Translators: what is done, of several changes the one that is looked for, and how far that
     * has come */
    g_printerr (_("%s: change %d, %.0f %%"), self->line, pass - 1, 100.0 * part);
  else if (part <= 0.0 || spent < SILENCE)
    g_printerr (_("%s: %.0f %%"), self->line, 100.0 * part);
  else
    g_printerr (_("%s: %.0f %%, about %.0f s left"), self->line, 100.0 * part,
                spent / G_USEC_PER_SEC * (1.0 - part) / part);
  return G_SOURCE_CONTINUE;
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Step *self = data;

  g_main_loop_quit (self->loop);
}

static void
follow (Step *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, worked_cb, self);
  guint timer = g_timeout_add (INTERVAL, follow_cb, self);

  follow_cb (self);
  self->loop = g_main_loop_new (NULL, FALSE);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, work_cb);
  g_main_loop_run (self->loop);
  g_source_remove (timer);
  g_main_loop_unref (self->loop);
}

void
mis_progress_follow (const char *name,
                     const char *what,
                     guint step,
                     guint n_steps,
                     const MisReachProgress *progress,
                     void (*work) (gpointer data),
                     gpointer data)
{
  g_autofree char *line = g_strdup_printf (_("%s: %s (%u of %u)"), name, what, step, n_steps);
  Step self = {
    .line = line,
    .progress = progress,
    .work = work,
    .data = data,
    .start = g_get_monotonic_time (),
  };

  if (isatty (STDERR_FILENO))
    follow (&self);
  else
    work (data);
}
