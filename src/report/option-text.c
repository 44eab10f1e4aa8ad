#include "report/option-text.h"

#include <glib/gi18n-lib.h>

/* In the order of mis_options. */
static const char *const options[MIS_N_OPTIONS] = {
  N_("How much a pair of agents counts if one of them cares more than the other."),
  N_("How the scores of the problem areas become one."),
  N_("Which pairs of agents are drawn."),
  N_("What the score of an area is divided by, so that areas with different numbers of goals "
     "can be compared."),
  N_("What becomes of agents whose goal in an area nobody knows."),
  N_("Whether everybody cares the same in all."),
};

/* In the order of the choices of each. */
static const char *const choices[MIS_N_OPTIONS][6] = {
  {
    N_("The square root of the product: 0.632 for the weights 0.8 and 0.5, and 0 if one of the two "
       "does not care. As in the paper."),
    N_("Half of the sum: 0.65 for 0.8 and 0.5, and above 0 if only one of the two cares."),
    N_("Twice the product, divided by the sum: 0.615 for 0.8 and 0.5."),
    N_("The pair counts as much as the one who cares less: 0.5 for 0.8 and 0.5."),
    N_("The pair counts as much as the one who cares more: 0.8 for 0.8 and 0.5."),
    N_("Every pair counts 1, however little its agents care."),
  },
  {
    N_("All areas count the same. As in the paper."),
    N_("Drawn towards the areas with low scores; 0 if one of them is 0."),
    N_("Drawn still further towards the low scores; 0 if one of them is 0."),
    N_("Only the area with the lowest score counts."),
    N_("Only the area with the highest score counts."),
  },
  {
    N_("Nobody meets themselves. As in the paper."),
    N_("The first agent is put back before the second is drawn, so that an agent may meet itself, "
       "without conflict: the score of n agents is (n − 1)/n times as large."),
  },
  {
    N_("The score is the chance itself. As in the paper."),
    N_("By (k − 1)/k for k goals, the highest score of a large population. In a small one the "
       "result can be above 1."),
    N_("By the highest score that so many agents with so many goals can reach: never above 1."),
  },
  {
    N_("They count in the other areas only, and those who are asked stand for all."),
    N_("They count as agents without a goal, who are in conflict with nobody."),
  },
  {
    N_("Who cares about everything counts more than who cares about little. As in the paper."),
    N_("The weights of each agent are divided by their sum over the areas."),
  },
};

const char *
mis_option_text (guint option)
{
  g_return_val_if_fail (option < MIS_N_OPTIONS, NULL);

  return g_dgettext (GETTEXT_PACKAGE, options[option]);
}

const char *
mis_option_choice_text (guint option, guint choice)
{
  g_return_val_if_fail (option < MIS_N_OPTIONS, NULL);
  g_return_val_if_fail (choice < G_N_ELEMENTS (choices[option]), NULL);

  return g_dgettext (GETTEXT_PACKAGE, choices[option][choice]);
}

const char *
mis_option_choice_label (guint option, guint choice)
{
  g_return_val_if_fail (option < MIS_N_OPTIONS, NULL);

  return g_dgettext (GETTEXT_PACKAGE, mis_options[option].choices[choice].label);
}
