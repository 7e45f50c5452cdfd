#ifndef LUWES_CFILEEXCHANGE_SHIM_H
#define LUWES_CFILEEXCHANGE_SHIM_H

/* glibc hides this declaration behind _GNU_SOURCE, which Swift's Glibc module does not define. */
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath,
              unsigned int flags);

/* Linux's RENAME_EXCHANGE: the two names swap their targets in one step. */
#define LUWES_RENAME_EXCHANGE (1u << 1)

#endif
