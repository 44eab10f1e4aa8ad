/* random-hand.h: somebody who uses the program at random: what is decided by chance, what has been
 * done so far, and where.
 */
#pragma once

#include "app-fixture.h"

G_BEGIN_DECLS

/**
 * RandomHand:
 * @rand: the source of all choices; the same seed makes the same choices
 * @window: what is used
 * @seed, @n_done, @n_actions: which choices these are, how many actions they have led to, and how
 *   many they are to lead to
 * @pace: how many actions there are for each frame, on the average
 * @aloud: whether each action is said when it is done, not only once something goes wrong
 */
typedef struct
{
  GRand *rand;
  MisWindow *window;
  guint32 seed;
  guint n_done;
  guint n_actions;
  guint pace;
  gboolean aloud;
} RandomHand;

/* One hand at a time: should the program end in an error, its last actions are said. */
void random_hand_init (RandomHand *self, guint32 seed, guint n_actions, gboolean aloud);
void random_hand_clear (RandomHand *self);

/* Says what is done now. */
void random_hand_say (RandomHand *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* True with probability 1 in @n; a number below @n, which is not 0. */
gboolean random_hand_one_in (RandomHand *self, guint n);
guint random_hand_below (RandomHand *self, guint n);

/* (transfer full): what people type: a number, a name, nonsense; something of what is open. */
char *random_hand_text (RandomHand *self);

/* The project of the window, and the world that it shows. */
MisDocument *random_hand_document (RandomHand *self);
MisWorld *random_hand_world (RandomHand *self);

G_END_DECLS
