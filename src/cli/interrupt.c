#include "cli/interrupt.h"

#include <signal.h>
#include <unistd.h>

#include "cli/command.h"

static void
interrupted_cb (int number)
{
  _exit (MIS_EXIT_INTERRUPTED);
}

void
mis_interrupt_init (void)
{
  struct sigaction now;

  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
  if (sigaction (SIGINT, NULL, &now) == 0 && now.sa_handler == SIG_DFL)
    {
      now.sa_handler = interrupted_cb;
      sigaction (SIGINT, &now, NULL);
    }
}

static void
mask (int how)
{
  sigset_t set;

  sigemptyset (&set);
  sigaddset (&set, SIGHUP);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  pthread_sigmask (how, &set, NULL);
}

void
mis_interrupt_hold (void)
{
  mask (SIG_BLOCK);
}

void
mis_interrupt_release (void)
{
  mask (SIG_UNBLOCK);
}
