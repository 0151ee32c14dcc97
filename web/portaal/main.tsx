import './stijl/stijl.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from '#kit/queries.ts'
import { begintaal } from '#kit/teksten.ts'
import { zetBegin } from './begin.ts'
import { createPortaalRouter } from './router.tsx'
import { zetLetters } from './shell/letters.ts'

begintaal()
zetLetters()
const queryClient = createQueryClient()
const router = createPortaalRouter(queryClient)
const volg = () => import('./offline/volgApparaat.ts')

// A page that came without data was kept by the browser: there is no line, so first what was read before.
if (!zetBegin(queryClient))
  await volg()
    .then(({ herstel }) => herstel(queryClient))
    .catch(() => {})

const element = document.getElementById('app')
if (!element) throw new Error('index.html has no #app')
createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)

// After the first screen: nothing of it is needed to see that.
const rustig = () => setTimeout(() => void volg().then(({ volgApparaat }) => volgApparaat(queryClient)), 500)
if (document.readyState === 'complete') rustig()
else addEventListener('load', rustig)
