/* How fast project files are read: each line a ratio to looking at every byte once, in the same
 * run.
 *
 * bench-reader. Times are the fastest of three, of the processor, not of the wall. */
#include <stdio.h>
#include <time.h>

#include "file/json-gate.h"
#include "file/project-reader.h"

#define SIZE (32u * 1024 * 1024)

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

/* @item as often as it fits, between the two others. */
static GString *
repeat (const char *before, const char *item, const char *after)
{
  GString *text = g_string_sized_new (SIZE);

  g_string_append (text, before);
  while (text->len < SIZE)
    g_string_append (text, item);
  g_string_append (text, after);
  return text;
}

static void
look (const GString *text)
{
  if (!g_utf8_validate (text->str, (gssize) text->len, NULL))
    g_error ("The text is not UTF-8.");
}

static void
pass_gate (const GString *text)
{
  g_autoptr (MisFault) fault = NULL;

  if (!mis_json_gate (text->str, text->len, 64, NULL, &fault))
    g_error ("%s", fault->message);
}

/* A project with a fault at its end, which is found and reported. */
static void
refuse (const GString *text)
{
  g_autoptr (MisFault) fault = NULL;

  if (mis_project_read (text->str, text->len, &fault) != NULL)
    g_error ("The project has no fault.");
}

static double
measure (void (*read) (const GString *text), const GString *text)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 3; i++)
    {
      double start = now ();

      read (text);
      best = MIN (best, now () - start);
    }
  return best;
}

static void
report (const char *name, void (*read) (const GString *text), const GString *text)
{
  double baseline = measure (look, text), seconds = measure (read, text);

  printf ("%-40s %8.4f s %8.1f MiB/s %8.2f times looking\n", name, seconds,
          (double) text->len / (1024.0 * 1024.0) / seconds, seconds / baseline);
}

int
main (void)
{
  g_autoptr (GString) records
    = repeat ("[", "{\"id\": \"agent\", \"weight\": 0.123456789, \"ok\": [true, null]},\n", "0]");
  g_autoptr (GString) project
    = repeat ("{\"format\": \"misalign-project\", \"version\": 1, \"agents\": [], \"areas\": [",
              "{\"id\": \"a\"},\n", "0]}");

  report ("gate, records", pass_gate, records);
  report ("project of too many areas, refused", refuse, project);
  return 0;
}
