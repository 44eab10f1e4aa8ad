#include "random-hand.h"

#include <signal.h>

#define N_REMEMBERED 30u

/* What a signal handler can still say. */
static RandomHand *hand;
static char *remembered[N_REMEMBERED];
static guint n_said;

/* Where the sanitizers are, it is they who end the program. */
extern void __sanitizer_set_death_callback (void (*callback) (void)) __attribute__ ((weak));

static void
say_last (void)
{
  if (hand == NULL)
    return;
  g_printerr ("\nSeed %u, action %u. MISALIGN_SEED=%u MISALIGN_ACTIONS=%u does it again. The last "
              "actions:\n",
              hand->seed, hand->n_done, hand->seed, hand->n_actions);
  for (guint i = 0; i < N_REMEMBERED; i++)
    if (remembered[(n_said + i) % N_REMEMBERED] != NULL)
      g_printerr ("  %s\n", remembered[(n_said + i) % N_REMEMBERED]);
}

static void
end_cb (int number)
{
  signal (number, SIG_DFL);
  say_last ();
  raise (number);
}

void
random_hand_init (RandomHand *self, guint32 seed, guint n_actions, gboolean aloud)
{
  g_assert_null (hand);
  *self = (RandomHand){
    .rand = g_rand_new_with_seed (seed), .seed = seed, .n_actions = n_actions, .aloud = aloud
  };
  hand = self;
  signal (SIGABRT, end_cb);
  signal (SIGTRAP, end_cb);
  if (__sanitizer_set_death_callback != NULL)
    __sanitizer_set_death_callback (say_last);
  else
    signal (SIGSEGV, end_cb);
}

void
random_hand_clear (RandomHand *self)
{
  hand = NULL;
  for (guint i = 0; i < N_REMEMBERED; i++)
    g_clear_pointer (&remembered[i], g_free);
  g_clear_pointer (&self->rand, g_rand_free);
}

void
random_hand_say (RandomHand *self, const char *format, ...)
{
  char **slot = &remembered[n_said++ % N_REMEMBERED];
  g_autofree char *said = NULL;
  va_list arguments;

  va_start (arguments, format);
  said = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_free (*slot);
  *slot = g_strdup_printf ("%u: %s", self->n_done, said);
  if (self->aloud)
    g_printerr ("%s\n", *slot);
}

gboolean
random_hand_one_in (RandomHand *self, guint n)
{
  return random_hand_below (self, n) == 0;
}

guint
random_hand_below (RandomHand *self, guint n)
{
  return (guint)g_rand_int_range (self->rand, 0, (gint32)n);
}

MisDocument *
random_hand_document (RandomHand *self)
{
  return mis_window_get_document (self->window);
}

MisWorld *
random_hand_world (RandomHand *self)
{
  return mis_document_get_world (random_hand_document (self));
}

/* (transfer full): a name that is there already, as people type what they see. */
static char *
known_name (RandomHand *self)
{
  MisWorld *world = random_hand_world (self);
  guint n_areas = mis_world_get_n_areas (world), n_agents = mis_world_get_n_agents (world);
  MisArea *area;

  if (n_agents > 0 && (n_areas == 0 || random_hand_one_in (self, 3)))
    return g_strdup (mis_world_get_agent (world, random_hand_below (self, n_agents))->name);
  if (n_areas == 0)
    return g_strdup ("Nobody");
  area = mis_world_get_area (world, random_hand_below (self, n_areas));
  if (mis_area_get_n_goals (area) == 0)
    return g_strdup (mis_area_get_name (area));
  return g_strdup (
      mis_area_get_goal (area, random_hand_below (self, mis_area_get_n_goals (area)))->name);
}

char *
random_hand_text (RandomHand *self)
{
  static const char *const texts[] = {
    "",     "0",    "1",       "0.5",      "0,25",      "12 %", "50%",      "0.123456789",
    "-1",   "1e3",  "1e999",   "1.5",      "17",        "2000", "99999999", "9007199254740993",
    "?",    "none", "unknown", "–",        "human",     "AI",   "=1+1",     "Spare & <b>share</b>",
    "Żółć", "目標", "a\tb",    "👍🏽", "\u202eabc", " x ",  "NaN",      "0.2 – 0.4",
  };
  guint choice = random_hand_below (self, G_N_ELEMENTS (texts) + 12);

  if (choice < G_N_ELEMENTS (texts))
    return g_strdup (texts[choice]);
  if (choice < G_N_ELEMENTS (texts) + 5)
    return known_name (self);
  if (choice < G_N_ELEMENTS (texts) + 6)
    return g_strnfill (201, 'x');
  if (choice < G_N_ELEMENTS (texts) + 9)
    return g_strdup_printf ("0.%02u", random_hand_below (self, 100));
  return g_strdup_printf ("Word %u", random_hand_below (self, 40));
}
