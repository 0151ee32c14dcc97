import '#kit/mantine.ts'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { ikQuery } from '#kit/ik.ts'
import { createQueryClient } from '#kit/queries.ts'
import { begintaal } from '#kit/teksten.ts'
import { thema } from '#kit/thema.ts'
import { createWerkplekRouter } from './router.tsx'
import { herlaadBijNieuweVersie } from './shell/nieuweVersie.ts'

// zod compiles validators with `new Function`, which the content security policy forbids.
z.config({ jitless: true })
begintaal()
herlaadBijNieuweVersie()

const queryClient = createQueryClient()
// Who is signed in decides everything, so it is asked before anything is drawn.
void queryClient.prefetchQuery(ikQuery)
const router = createWerkplekRouter(queryClient)
const element = document.getElementById('app')
if (!element) throw new Error('index.html has no #app')

createRoot(element).render(
  <StrictMode>
    <MantineProvider theme={thema} defaultColorScheme="auto" withCssVariables>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
