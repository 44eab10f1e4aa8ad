/* The agents of a table until a world has them: what is put in comes out, whatever was exchanged or
 * dropped before it. Address sanitizers see what is given back too early or never. */
#include "file/table-drafts.h"

#define N_DRAFTS 5000u
#define MOST_POSITIONS 7u

static MisAgent *
make_agent (guint i)
{
  g_autofree char *id = g_strdup_printf ("a%u", i);

  return mis_agent_new (id, id, MIS_KIND_HUMAN, "", i, "", NULL);
}

/* Number @i has so many positions, in areas and with goals that nobody else has. */
static guint
make_positions (guint i, guint *areas, MisPosition *positions)
{
  guint n = i % (MOST_POSITIONS + 1);

  for (guint j = 0; j < n; j++)
    {
      areas[j] = i + j;
      positions[j] = mis_position ((int)(i * MOST_POSITIONS + j), 0.5);
    }
  return n;
}

static void
put (MisTableDrafts *drafts, guint i, gint64 place)
{
  guint areas[MOST_POSITIONS];
  MisPosition positions[MOST_POSITIONS];
  guint n = make_positions (i, areas, positions);

  if (place < 0)
    mis_table_drafts_add (drafts, make_agent (i), areas, positions, n);
  else
    mis_table_drafts_exchange (drafts, (guint)place, make_agent (i), areas, positions, n);
}

static void
assert_draft (const MisTableDrafts *drafts, guint place, guint i)
{
  guint areas[MOST_POSITIONS];
  MisPosition positions[MOST_POSITIONS];
  guint n = make_positions (i, areas, positions);
  const MisTableDraft *draft = mis_table_drafts_get (drafts, place);

  g_assert_cmpuint (draft->agent->count, ==, i);
  g_assert_cmpuint (draft->n_positions, ==, n);
  for (guint j = 0; j < n; j++)
    {
      g_assert_cmpuint (draft->areas[j], ==, areas[j]);
      g_assert_cmpint (draft->positions[j].goal, ==, positions[j].goal);
    }
}

static void
test_drafts (void)
{
  MisTableDrafts drafts;
  gsize n_positions = 0;

  mis_table_drafts_init (&drafts);
  for (guint i = 0; i < N_DRAFTS; i++)
    put (&drafts, i, -1);
  /* Each third one becomes another one, and each second one is needed no longer. */
  for (guint i = 0; i < N_DRAFTS; i += 3)
    put (&drafts, N_DRAFTS + i, i);
  for (guint i = 0; i < N_DRAFTS; i++)
    n_positions += (i % 3 == 0 ? N_DRAFTS + i : i) % (MOST_POSITIONS + 1);
  g_assert_cmpuint (drafts.n_positions, ==, n_positions);
  for (guint i = 0; i < N_DRAFTS; i += 2)
    mis_table_draft_drop_positions (mis_table_drafts_get (&drafts, i));
  for (guint i = 0; i < N_DRAFTS; i++)
    if (i % 2 == 1)
      assert_draft (&drafts, i, i % 3 == 0 ? N_DRAFTS + i : i);
    else
      g_assert_null (mis_table_drafts_get (&drafts, i)->positions);
  mis_table_drafts_clear (&drafts);
}

/* An agent with more positions than a chunk has room for gets one of its own. */
static void
test_large (void)
{
  guint n = 20000;
  g_autofree guint *areas = g_new0 (guint, n);
  g_autofree MisPosition *positions = g_new0 (MisPosition, n);
  MisTableDrafts drafts;

  areas[n - 1] = 7;
  mis_table_drafts_init (&drafts);
  put (&drafts, 5, -1);
  mis_table_drafts_add (&drafts, make_agent (1), areas, positions, n);
  put (&drafts, 6, -1);
  assert_draft (&drafts, 0, 5);
  assert_draft (&drafts, 2, 6);
  g_assert_cmpuint (mis_table_drafts_get (&drafts, 1)->areas[n - 1], ==, 7);
  mis_table_drafts_clear (&drafts);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-drafts/drafts", test_drafts);
  g_test_add_func ("/table-drafts/large", test_large);
  return g_test_run ();
}
